package io.consentry.gateway.console.reviewitem;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.signin.CurrentSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One consultation, to read. */
@Path("/console/items/{id}")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ItemResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance item(
                Frame frame,
                Item item,
                String me,
                List<String> reasons,
                List<String> whyHeldBack,
                @Nullable Refusal refusal,
                Instant now,
                @Nullable String original);

        static native TemplateInstance original(Frame frame, String id, String text);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;
    private final Clock clock;

    ItemResource(SuiteApi suite, CurrentSession session, Frames frames, Clock clock) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance item(
            @RestPath String id, @RestQuery @Nullable String refused, @RestQuery @Nullable String beside) {
        Item item = suite.get(address(id)).as(Item.class);
        return Templates.item(
                frames.frame(),
                item,
                session.get().id(),
                DecideItemResource.REASONS,
                DecideItemResource.WHY_HELD_BACK,
                Refusal.named(refused),
                clock.instant(),
                beside == null ? null : received(id));
    }

    /** The message as it was received, letter for letter. */
    @GET
    @Path("/original")
    public TemplateInstance original(@RestPath String id) {
        return Templates.original(frames.frame(), id, received(id));
    }

    /** A file that came with it, to keep. */
    @GET
    @Path("/attachments/{number}")
    @Produces(MediaType.WILDCARD)
    public Response attachment(@RestPath String id, @RestPath int number) {
        return suite.file(address(id) + "/attachments/" + number).toKeep();
    }

    private String received(String id) {
        return suite.get(address(id) + "/original", MediaType.WILDCARD)
                .orRefuse()
                .body();
    }

    private String address(String id) {
        return "/practices/" + session.get().ods() + "/items/" + id;
    }
}
