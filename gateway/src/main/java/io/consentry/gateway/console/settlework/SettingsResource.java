package io.consentry.gateway.console.settlework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.listservices.Services;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.web.caller.Role;
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
import org.jspecify.annotations.Nullable;

/** Shows the settings, and changes them. */
@Path("/console/settings")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SettingsResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance settings(
                Frame frame,
                Settings settings,
                List<String> services,
                List<EntryKind> kinds,
                String version,
                boolean maySettle,
                @Nullable String problem);

        private Templates() {}
    }

    private final OwnSettings own;
    private final Services services;
    private final CurrentSession session;
    private final Frames frames;

    SettingsResource(OwnSettings own, Services services, CurrentSession session, Frames frames) {
        this.own = own;
        this.services = services;
        this.session = session;
        this.frames = frames;
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    public Response settle(
            @RestForm String version,
            @RestForm @Nullable String undoSeconds,
            @RestForm @Nullable String bulkFiling,
            @RestForm @Nullable String patientVisible,
            @RestForm @Nullable String notesToSenders,
            @RestForm @Nullable String fallbackAddress) {
        var settings = new Question()
                .with("undoSeconds", undoSeconds)
                .with("fallbackAddress", fallbackAddress)
                .body()
                .put("bulkFiling", bulkFiling != null)
                .put("patientVisible", patientVisible != null)
                .put("notesToSenders", notesToSenders != null);
        return AfterForm.show(own.change(version, settings), "/console/settings", this::page);
    }

    /** Settles which kinds of entry of one service are filed where the reviewer does not say. */
    @POST
    @Path("/kinds")
    public Response settleKinds(
            @RestForm String version, @RestForm @Nullable String service, @RestForm @Nullable List<String> kinds) {
        ObjectNode settings = PreTickedKinds.of(
                service == null ? "" : service,
                kinds == null ? List.of() : kinds,
                own.read().orRefuse().json());
        return AfterForm.show(own.change(version, settings), "/console/settings", this::page);
    }

    private TemplateInstance page(@Nullable String problem) {
        SuiteAnswer answer = own.read();
        Settings settings = answer.as(Settings.class);
        return Templates.settings(
                frames.frame(),
                settings,
                services.keysWith(settings.named()),
                List.of(EntryKind.values()),
                answer.etag().replace("\"", ""),
                session.get().has(Role.DATA_CONTROLLER),
                problem);
    }
}
