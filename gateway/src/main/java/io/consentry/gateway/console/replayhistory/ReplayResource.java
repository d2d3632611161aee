package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.moveswitch.Happened;
import io.consentry.gateway.console.words.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The replay: a slider over all that ever happened, and how things stood where it stands. */
@Path("/console/replay")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReplayResource {

    private static final int ROWS = 100;
    private static final int NEAR = 10;

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance replay(Frame frame, View view);

        static native TemplateInstance moment(View view);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param near events around the moment
     * @param table the curve in numbers, the newest first
     */
    record View(
            WholeLog log,
            Moment moment,
            Chart chart,
            List<Happened> near,
            List<Curve.Point> table,
            List<String> services) {}

    private final SuiteApi suite;
    private final Frames frames;
    private final Clock clock;

    ReplayResource(SuiteApi suite, Frames frames, Clock clock) {
        this.suite = suite;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance replay(
            @RestQuery @Nullable String position,
            @RestQuery @Nullable String at,
            @HeaderParam("HX-Request") @Nullable String inPlace) {
        WholeLog log = WholeLog.read(suite);
        String time = Times.said(at);
        View view = time == null
                ? view(log, wanted(position, log.last()), null)
                : view(log, log.lastBefore(Instant.parse(time)), Instant.parse(time));
        return inPlace == null ? Templates.replay(frames.frame(), view) : Templates.moment(view);
    }

    /** At a time things may stand otherwise than after the last event before it: what was planned takes effect. */
    private View view(WholeLog log, long position, @Nullable Instant time) {
        Moment.States states = suite.get(
                        "/audit/consent-state?" + (time == null ? "position=" + position : "at=" + time))
                .as(Moment.States.class);
        Happened event = log.at(position).orElse(null);
        Instant now = clock.instant();
        Curve curve = Curve.of(log.events());
        Instant at = time != null ? time : event == null ? now : event.recordedAt();
        List<Curve.Point> newest = new ArrayList<>(curve.points());
        Collections.reverse(newest);
        return new View(
                log,
                Moment.of(position, event, time, states),
                Chart.of(curve, now, at, log.times(Happened::isAttempt), log.times(one -> one.type()
                        .equals("NoticeIssued"))),
                log.events().stream()
                        .filter(near -> Math.abs(near.position() - position) <= NEAR)
                        .toList(),
                newest.stream().limit(ROWS).toList(),
                List.copyOf(curve.services()));
    }

    private static long wanted(@Nullable String position, long last) {
        try {
            return Math.max(0, Math.min(last, Long.parseLong(position == null ? "" : position)));
        } catch (NumberFormatException e) {
            return last;
        }
    }
}
