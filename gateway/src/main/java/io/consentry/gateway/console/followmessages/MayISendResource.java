package io.consentry.gateway.console.followmessages;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.moveswitch.Switches;
import io.consentry.web.ods.OdsCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Asks whether a practice takes messages, before one is written, and sends one from a file, for trying. */
@Path("/console/send")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MayISendResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance send(
                Frame frame,
                String practice,
                @Nullable Switches state,
                @Nullable String problem,
                @Nullable Outcome outcome);

        private Templates() {}
    }

    /**
     * What became of a message that was just sent.
     *
     * @param id of the message, where it was taken
     * @param problem why it was refused, as the last part of the problem's type; empty where it was taken
     * @param channel how to deliver it instead, where there is a duty to
     */
    record Outcome(String id, String problem, String detail, String channel, String address) {

        static Outcome of(SuiteAnswer answer) {
            var body = answer.json();
            return answer.isSuccess()
                    ? new Outcome(body.path("id").asText(), "", "", "", "")
                    : new Outcome(
                            "",
                            answer.problem(),
                            answer.detail(),
                            body.at("/fallback/channel").asText(),
                            body.at("/fallback/address").asText());
        }

        public boolean taken() {
            return problem.isEmpty();
        }
    }

    private final SuiteApi suite;
    private final Frames frames;

    MayISendResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance ask(@RestQuery @Nullable String practice) {
        String asked = practice == null ? "" : practice.strip();
        if (asked.isEmpty()) {
            return Templates.send(frames.frame(), "", null, null, null);
        }
        if (!OdsCode.isValid(asked)) {
            return Templates.send(
                    frames.frame(), asked, null, "An ODS code is 3 to 12 upper-case letters and digits.", null);
        }
        SuiteAnswer answer = suite.get("/practices/" + asked + "/consent");
        return answer.status() == 404
                ? Templates.send(frames.frame(), asked, null, answer.detail(), null)
                : Templates.send(frames.frame(), asked, answer.as(Switches.class), null, null);
    }

    @POST
    public TemplateInstance send(@RestForm @Nullable String practice, @RestForm @Nullable FileUpload message)
            throws IOException {
        String to = practice == null ? "" : practice.strip();
        if (!OdsCode.isValid(to) || message == null || message.size() == 0) {
            return Templates.send(
                    frames.frame(), to, null, "Say which practice, by its ODS code, and choose a file.", null);
        }
        byte[] content = Files.readAllBytes(message.uploadedFile());
        SuiteAnswer answer = suite.postBytes("/practices/" + to + "/update-records", typeOf(content), content);
        if (answer.status() >= 500 || answer.status() == 401) {
            answer.orRefuse();
        }
        return Templates.send(frames.frame(), to, null, null, Outcome.of(answer));
    }

    private static String typeOf(byte[] content) {
        return content.length > 0 && content[0] == '{' ? "application/fhir+json" : "application/fhir+xml";
    }
}
