package io.consentry.gateway.console.followmessages;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of the messages that the pharmacy sent. */
@Path("/console/messages")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MessagesResource {

    private static final List<String> STATES =
            List.of("held", "pending", "filed", "filed-with-changes", "rejected", "replaced", "declined");

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance messages(
                Frame frame,
                Sent.Page page,
                List<Duty> open,
                List<Correction> wrong,
                List<String> states,
                String status,
                @Nullable String after);

        static native TemplateInstance message(Frame frame, Sent message);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    MessagesResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String status, @RestQuery @Nullable String after) {
        String wanted = status != null && STATES.contains(status) ? status : "";
        String query = "?limit=50" + part("status", wanted) + part("after", after);
        List<Duty> open =
                suite.get("/fallbacks?status=open").as(Duty.Page.class).fallbacks();
        List<Correction> wrong =
                suite.get("/corrections?status=open").as(Correction.Page.class).corrections();
        return Templates.messages(
                frames.frame(),
                suite.get("/update-records" + query).as(Sent.Page.class),
                open,
                wrong,
                STATES,
                wanted,
                after);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@RestPath String id) {
        return Templates.message(
                frames.frame(), suite.get("/update-records/" + id).as(Sent.class));
    }

    private static String part(String name, @Nullable String value) {
        return value == null || value.isBlank()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
