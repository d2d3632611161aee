package io.consentry.gateway.console.runsuite;

import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The page that the person on call opens first. */
@Path("/console/suite")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SuiteResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance suite(
                Frame frame,
                State.Health health,
                State.@Nullable DeadLetters aside,
                State.@Nullable Overdue overdue,
                State.@Nullable Suspensions suspensions,
                @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    SuiteResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    @Path("/dead-letters/{id}/retry")
    public Response retry(@RestPath String id) {
        return shown(suite.post("/dead-letters/" + id + "/retry", new Question().body()));
    }

    @POST
    @Path("/suspensions")
    public Response suspend(
            @RestForm @Nullable String pharmacy, @RestForm @Nullable String system, @RestForm @Nullable String reason) {
        return shown(suite.post(
                "/sender-suspensions",
                new Question()
                        .with("pharmacy", pharmacy)
                        .with("system", system)
                        .with("reason", reason)
                        .body()));
    }

    @POST
    @Path("/suspensions/{id}/lift")
    public Response lift(@RestPath String id) {
        return shown(suite.delete("/sender-suspensions/" + id, null));
    }

    private Response shown(SuiteAnswer answer) {
        return AfterForm.show(answer, "/console/suite", this::page);
    }

    private TemplateInstance page(@Nullable String problem) {
        return Templates.suite(
                frames.frame(),
                health(),
                ofPartThatRuns("/dead-letters", State.DeadLetters.class),
                ofPartThatRuns("/fallbacks/overdue", State.Overdue.class),
                ofPartThatRuns("/sender-suspensions", State.Suspensions.class),
                problem);
    }

    /** Its answer is 503 while a part is down, and tells all the same. */
    private State.Health health() {
        SuiteAnswer answer = suite.get("/q/health/ready");
        return (answer.status() == 503 ? new SuiteAnswer(200, answer.body(), "") : answer).as(State.Health.class);
    }

    /** Null where the part that knows is down: this page must be there above all when something is not. */
    private <T> @Nullable T ofPartThatRuns(String path, Class<T> type) {
        SuiteAnswer answer = suite.get(path);
        return answer.status() >= 500 ? null : answer.as(type);
    }
}
