package io.consentry.gateway.console.keeprules;

import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
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
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The catalogue and the rules, and changing them. */
@Path("/console/catalogue")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CatalogueResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance catalogue(
                Frame frame,
                Rules.Catalogue catalogue,
                Rules.Safeguards safeguards,
                Rules.Changes changes,
                boolean mayChange,
                Instant now,
                @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;
    private final Clock clock;

    CatalogueResource(SuiteApi suite, CurrentSession session, Frames frames, Clock clock) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    /** Adds a service that a notice announced. */
    @POST
    @Path("/services")
    public Response add(
            @RestForm @Nullable String key, @RestForm @Nullable String codes, @RestForm @Nullable String notice) {
        return shown(suite.post(
                "/services",
                new Question()
                        .with("key", key)
                        .with("noticeId", notice)
                        .withAll("codes", codes, "[\\s,]+")
                        .body()));
    }

    @POST
    @Path("/notice-period")
    public Response period(@RestForm @Nullable String days, @RestForm @Nullable String note) {
        return shown(suite.put(
                "/rules/notice-period",
                null,
                new Question()
                        .with("period", "P" + days + "D")
                        .with("note", note)
                        .body()));
    }

    /** Lets a safeguard refuse, warn or rest from now on. */
    @POST
    @Path("/safeguards/{name}")
    public Response mode(@RestPath String name, @RestForm @Nullable String mode, @RestForm @Nullable String note) {
        return shown(suite.put(
                "/rules/safeguards/" + name,
                null,
                new Question().with("mode", mode).with("note", note).body()));
    }

    private Response shown(SuiteAnswer answer) {
        return AfterForm.show(answer, "/console/catalogue", this::page);
    }

    private TemplateInstance page(@Nullable String problem) {
        return Templates.catalogue(
                frames.frame(),
                suite.get("/services").as(Rules.Catalogue.class),
                suite.get("/rules").as(Rules.Safeguards.class),
                suite.get("/rules/changes").as(Rules.Changes.class),
                session.get().has(Role.OPERATOR),
                clock.instant(),
                problem);
    }
}
