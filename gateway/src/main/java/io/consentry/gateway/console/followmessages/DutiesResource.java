package io.consentry.gateway.console.followmessages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
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
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What has to be delivered another way, and saying that it was. */
@Path("/console/duties")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DutiesResource {

    /** The first is what the suite asks for unless a practice says otherwise. */
    private static final List<String> CHANNELS = List.of("nhsmail-pdf", "phone", "post", "other");

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance duties(
                Frame frame, List<Duty> duties, List<String> channels, boolean all, boolean refused);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    DutiesResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String all, @RestQuery @Nullable String refused) {
        boolean closedToo = all != null;
        List<Duty> duties = suite.get("/fallbacks?limit=200" + (closedToo ? "" : "&status=open"))
                .as(Duty.Page.class)
                .fallbacks();
        return Templates.duties(frames.frame(), duties, CHANNELS, closedToo, refused != null);
    }

    @POST
    @Path("/{id}/proof")
    public Response prove(
            @RestPath String id,
            @RestForm @Nullable String channel,
            @RestForm @Nullable String sentAt,
            @RestForm @Nullable String reference) {
        String sent = Times.said(sentAt);
        if (sent == null) {
            return to("?refused=1");
        }
        SuiteAnswer answer = suite.post(
                "/fallbacks/" + id + "/proof",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("channel", channel)
                        .put("sentAt", sent)
                        .put("reference", reference));
        if (answer.status() == 400 || answer.status() == 409 || answer.status() == 422) {
            return to("?refused=1");
        }
        answer.orRefuse();
        return to("");
    }

    private static Response to(String query) {
        return Response.seeOther(URI.create("/console/duties" + query)).build();
    }
}
