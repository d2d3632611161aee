package io.consentry.gateway.console.correspond;

import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.signin.CurrentSession;
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
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Reads the letters, writes new ones, and answers them. */
@Path("/console/correspondence")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CorrespondenceResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance correspondence(
                Frame frame, List<Letter> letters, Reader reader, @Nullable String problem, Map<String, String> typed);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;

    CorrespondenceResource(SuiteApi suite, CurrentSession session, Frames frames) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
    }

    @GET
    public TemplateInstance read() {
        return page(null, Map.of());
    }

    @POST
    @Path("/notices")
    public Response announce(
            @RestForm @Nullable String text,
            @RestForm @Nullable String from,
            @RestForm @Nullable String issuedBy,
            @RestForm @Nullable String consulted,
            @RestForm @Nullable String service,
            @RestForm @Nullable FileUpload document) {
        Question notice = new Question()
                .with("text", text)
                .with("issuedBy", issuedBy)
                .with("earliestEffect", Times.said(from))
                .withAll("consulted", consulted, ",")
                .with("service", service)
                .with("documentSha256", Fingerprint.of(document));
        return shown(
                suite.post("/notices", notice.body()),
                Map.of(
                        "text", said(text),
                        "noticeFrom", said(from),
                        "issuedBy", said(issuedBy),
                        "consulted", said(consulted),
                        "service", said(service)));
    }

    /** Says that the reader's practice has read a notice. */
    @POST
    @Path("/notices/{id}/read")
    public Response acknowledge(@RestPath String id) {
        return shown(suite.post("/notices/" + id + "/acknowledgements", new Question().body()), Map.of());
    }

    @POST
    @Path("/requests")
    public Response writeDown(
            @RestForm @Nullable String from,
            @RestForm @Nullable String what,
            @RestForm @Nullable String practice,
            @RestForm @Nullable String received,
            @RestForm @Nullable FileUpload document) {
        Question request = new Question()
                .with("from", from)
                .with("what", what)
                .with("practice", practice)
                .with("receivedAt", Times.said(received))
                .with("documentSha256", Fingerprint.of(document));
        return shown(
                suite.post("/requests", request.body()),
                Map.of(
                        "from", said(from),
                        "what", said(what),
                        "practice", said(practice),
                        "received", said(received)));
    }

    @POST
    @Path("/requests/{id}/answer")
    public Response answer(@RestPath String id, @RestForm @Nullable String answer, @RestForm @Nullable String reason) {
        return shown(
                suite.post(
                        "/requests/" + id + "/answer",
                        new Question()
                                .with("answer", answer)
                                .with("reason", reason)
                                .body()),
                Map.of());
    }

    private Response shown(SuiteAnswer answer, Map<String, String> typed) {
        return AfterForm.show(answer, "/console/correspondence", problem -> page(problem, typed));
    }

    private TemplateInstance page(@Nullable String problem, Map<String, String> typed) {
        return Templates.correspondence(frames.frame(), Letters.read(suite), new Reader(session.get()), problem, typed);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
