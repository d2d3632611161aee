package io.consentry.gateway.console.countwork;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A practice's workload: its own for a practice, any for whoever runs the suite. */
@Path("/console/workload")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WorkloadResource {

    private static final List<Integer> SPANS = List.of(7, 28, 90);
    private static final int USUAL = 28;

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance workload(Frame frame, View view);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param asks whether the reader says which practice
     * @param problem why nothing can be shown
     */
    record View(
            String practice,
            boolean asks,
            int days,
            List<Integer> spans,
            @Nullable Workload workload,
            @Nullable Bars bars,
            @Nullable String problem) {

        public List<String> kinds() {
            return Bars.KINDS;
        }
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;
    private final Clock clock;

    WorkloadResource(SuiteApi suite, CurrentSession session, Frames frames, Clock clock) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String practice, @RestQuery @Nullable String days) {
        boolean asks = session.get().has(Role.OPERATOR);
        String wanted = asks
                ? (practice == null ? "" : practice.strip())
                : session.get().ods();
        int span = SPANS.stream()
                .filter(one -> one.toString().equals(days))
                .findFirst()
                .orElse(USUAL);
        return Templates.workload(frames.frame(), view(wanted, asks, span));
    }

    private View view(String practice, boolean asks, int span) {
        if (practice.isEmpty() || !OdsCode.isValid(practice)) {
            String problem = practice.isEmpty() ? null : "An ODS code is 3 to 12 upper-case letters and digits.";
            return new View(practice, asks, span, SPANS, null, null, problem);
        }
        SuiteAnswer answer = suite.get(
                "/practices/" + practice + "/workload?from=" + clock.instant().minus(Duration.ofDays(span)));
        if (answer.isRefusal()) {
            return new View(practice, asks, span, SPANS, null, null, answer.detail());
        }
        Workload workload = answer.as(Workload.class);
        return new View(practice, asks, span, SPANS, workload, Bars.of(workload.byDay()), null);
    }
}
