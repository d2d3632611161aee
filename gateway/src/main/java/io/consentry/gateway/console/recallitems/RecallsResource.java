package io.consentry.gateway.console.recallitems;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.Question;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.AfterForm;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.listservices.Services;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.gateway.console.words.Times;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recalls: opened by whoever runs the suite, worked off by practices. */
@Path("/console/recalls")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RecallsResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance recalls(
                Frame frame, Recall.All all, boolean mayOpen, List<String> services, @Nullable String problem);

        static native TemplateInstance recall(
                Frame frame, Recall recall, Recall.@Nullable Items items, @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Services services;
    private final Frames frames;

    RecallsResource(SuiteApi suite, CurrentSession session, Services services, Frames frames) {
        this.suite = suite;
        this.session = session;
        this.services = services;
        this.frames = frames;
    }

    @GET
    public TemplateInstance all() {
        return list(null);
    }

    @POST
    public Response open(
            @RestForm @Nullable String codes,
            @RestForm @Nullable String pharmacy,
            @RestForm @Nullable String system,
            @RestForm @Nullable String service,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String reason) {
        ObjectNode recall = new Question()
                .withAll("codes", codes, "[\\s,]+")
                .with("pharmacy", pharmacy)
                .with("system", system)
                .with("service", service)
                .with("from", Times.said(from))
                .with("to", Times.said(to))
                .with("reason", reason)
                .body();
        return AfterForm.show(suite.post("/recalls", recall), "/console/recalls", this::list);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@RestPath String id, @RestQuery @Nullable String next) {
        return one(id, next, null);
    }

    /** Says what a person of the practice found when looking again. */
    @POST
    @Path("/{id}/confirm")
    public Response confirm(@RestPath String id, @RestForm @Nullable String item, @RestForm @Nullable String outcome) {
        ObjectNode confirmations = JsonNodeFactory.instance.objectNode();
        confirmations
                .putArray("items")
                .add(new Question().with("id", item).with("outcome", outcome).body());
        return AfterForm.show(
                suite.post("/recalls/" + id + "/confirmations", confirmations),
                "/console/recalls/" + id,
                problem -> one(id, null, problem));
    }

    private TemplateInstance list(@Nullable String problem) {
        return Templates.recalls(
                frames.frame(),
                suite.get("/recalls").as(Recall.All.class),
                runsSuite(),
                runsSuite() ? services.keysWith(List.of()) : List.of(),
                problem);
    }

    private TemplateInstance one(String id, @Nullable String next, @Nullable String problem) {
        String from = next == null ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Templates.recall(
                frames.frame(),
                suite.get("/recalls/" + id).as(Recall.class),
                runsSuite()
                        ? null
                        : suite.get("/recalls/" + id + "/items" + from).as(Recall.Items.class),
                problem);
    }

    private boolean runsSuite() {
        return session.get().has(Role.OPERATOR);
    }
}
