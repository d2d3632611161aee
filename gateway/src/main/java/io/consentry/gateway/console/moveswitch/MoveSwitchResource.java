package io.consentry.gateway.console.moveswitch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.gateway.console.words.Times;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Moves a switch, now or later, stops everything at once, and takes back what was planned. */
@Path("/console/switch")
@PermitAll
@Blocking
public class MoveSwitchResource {

    static final List<String> REASONS =
            List.of("clinical-safety", "workload", "governance", "contract", "trial", "other");

    /** Refusals that the page itself explains. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 409, 412, 422);

    private final SuiteApi suite;
    private final CurrentSession session;

    MoveSwitchResource(SuiteApi suite, CurrentSession session) {
        this.suite = suite;
        this.session = session;
    }

    @POST
    @Path("/move")
    public Response move(
            @RestForm String what,
            @RestForm String decision,
            @RestForm String reason,
            @RestForm @Nullable String note,
            @RestForm @Nullable String begins,
            @RestForm @Nullable String from,
            @RestForm @Nullable String version) {
        ObjectNode request = reasoned(reason, note).put("decision", decision);
        if ("later".equals(begins)) {
            String said = Times.said(from);
            if (said == null) {
                return to("?refused=time-not-understood");
            }
            request.put("effectiveFrom", said);
        }
        String service = SwitchCard.EVERYTHING.equals(what) ? "" : "/" + what;
        return shown(suite.put(consent() + service, etag(version), request));
    }

    /** Everybody at the practice may stop everything, whoever may start it again. */
    @POST
    @Path("/pause")
    public Response pause(@RestForm String reason, @RestForm @Nullable String note) {
        return shown(suite.post(consent() + "/pause", reasoned(reason, note)));
    }

    @POST
    @Path("/planned/{id}/cancel")
    public Response cancel(@RestPath String id, @RestForm @Nullable String version) {
        return shown(suite.delete(consent() + "/scheduled/" + id, etag(version)));
    }

    private static Response shown(SuiteAnswer answer) {
        if (REFUSALS.contains(answer.status())) {
            return to("?refused=" + answer.problem());
        }
        answer.orRefuse();
        return to("?kept=1");
    }

    private static Response to(String query) {
        return Response.seeOther(URI.create("/console/switch" + query)).build();
    }

    private String consent() {
        return "/practices/" + session.get().ods() + "/consent";
    }

    private static @Nullable String etag(@Nullable String version) {
        return version == null || version.isBlank() ? null : "\"" + version + "\"";
    }

    private static ObjectNode reasoned(String reason, @Nullable String note) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("reason", reason);
        return note == null || note.isBlank() ? request : request.put("note", note.strip());
    }
}
