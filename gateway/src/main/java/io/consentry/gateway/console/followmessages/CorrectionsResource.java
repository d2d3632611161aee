package io.consentry.gateway.console.followmessages;

import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.words.Times;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What went to the wrong practice or about the wrong patient, and saying how it was put right. */
@Path("/console/corrections")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CorrectionsResource {

    private static final String HERE = "/console/corrections";
    private static final List<String> ACTIONS = List.of(
            "sent-to-the-right-practice",
            "sent-for-the-right-patient",
            "reported-as-an-incident",
            "nothing-to-correct");

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance corrections(
                Frame frame, Correction.Page page, List<String> actions, boolean all, @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    CorrectionsResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String all) {
        return page(all != null, null);
    }

    @POST
    @Path("/{id}/statement")
    public Response state(
            @RestPath String id,
            @RestForm @Nullable String action,
            @RestForm @Nullable String takenAt,
            @RestForm @Nullable String reference) {
        Question statement = new Question()
                .with("action", action)
                .with("takenAt", Times.said(takenAt))
                .with("reference", reference);
        return AfterForm.show(
                suite.post("/corrections/" + id + "/statement", statement.body()),
                HERE,
                problem -> page(false, problem));
    }

    private TemplateInstance page(boolean all, @Nullable String problem) {
        return Templates.corrections(
                frames.frame(),
                suite.get("/corrections?limit=200" + (all ? "" : "&status=open"))
                        .as(Correction.Page.class),
                ACTIONS,
                all,
                problem);
    }
}
