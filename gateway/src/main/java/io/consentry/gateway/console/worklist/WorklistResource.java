package io.consentry.gateway.console.worklist;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.listservices.Services;
import io.consentry.gateway.console.settlework.OwnSettings;
import io.consentry.gateway.console.settlework.Settings;
import io.consentry.gateway.console.signin.CurrentSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of what waits for a person. */
@Path("/console/worklist")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WorklistResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance worklist(
                Frame frame,
                WorklistPage.Counts counts,
                WorklistPage page,
                WorklistChoice choice,
                List<String> services,
                @Nullable String following,
                String me,
                Instant now,
                @Nullable Done done,
                Settings settings);

        static native TemplateInstance news(int arrived);

        static native TemplateInstance found(
                Frame frame, WorklistPage page, Instant now, Settings settings, @Nullable String problem);

        static native TemplateInstance undoover();

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Services services;
    private final OwnSettings settings;
    private final Frames frames;
    private final Clock clock;

    WorklistResource(
            SuiteApi suite,
            CurrentSession session,
            Services services,
            OwnSettings settings,
            Frames frames,
            Clock clock) {
        this.suite = suite;
        this.services = services;
        this.session = session;
        this.settings = settings;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(
            @BeanParam WorklistChoice choice,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String what,
            @RestQuery @Nullable String version,
            @RestQuery @Nullable String until) {
        WorklistPage page = suite.get(items() + choice.forSuite()).as(WorklistPage.class);
        WorklistPage.Counts counts = suite.get(items() + "/counts").as(WorklistPage.Counts.class);
        String following = page.next() == null ? null : choice.forPage(page.next());
        return Templates.worklist(
                frames.frame(),
                counts,
                page,
                choice,
                services.keysWith(List.of(choice.service())),
                following,
                URLEncoder.encode(session.get().id(), StandardCharsets.UTF_8),
                clock.instant(),
                Done.of(done, what, version, until),
                settings.now());
    }

    /** In the place of a button that has lost its use, which the page asks for when it knows that it has. */
    @GET
    @Path("/undo-over")
    public TemplateInstance undoOver() {
        return Templates.undoover();
    }

    /** How many items arrived since the page was made, without moving anything under the reader's eyes. */
    @GET
    @Path("/news")
    public TemplateInstance news(@RestQuery @Nullable String since) {
        try {
            Instant from = Instant.parse(since == null ? "" : since);
            return Templates.news(suite.get(items() + "?limit=100&receivedFrom=" + from)
                    .as(WorklistPage.class)
                    .items()
                    .size());
        } catch (DateTimeParseException e) {
            return Templates.news(0);
        }
    }

    /** By POST, because whom one looks for must stand in no address. */
    @POST
    @Path("/search")
    public TemplateInstance search(@RestForm @Nullable String patient) {
        Wanted wanted = Wanted.of(patient == null ? "" : patient.strip());
        SuiteAnswer answer = suite.post(items() + "/search", wanted.question());
        boolean refused = answer.status() == 400 || answer.status() == 422;
        return Templates.found(
                frames.frame(),
                refused ? new WorklistPage(List.of(), null) : answer.as(WorklistPage.class),
                clock.instant(),
                settings.now(),
                refused ? answer.detail() : null);
    }

    private String items() {
        return "/practices/" + session.get().ods() + "/items";
    }
}
