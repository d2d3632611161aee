package io.consentry.gateway.console.reviewitem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.gateway.console.worklist.AfterDeciding;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a person does with an item: each act is one call to the suite, made with the version that the person saw. */
@Path("/console/items/{id}")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DecideItemResource {

    static final List<String> REASONS =
            List.of("not-our-patient", "wrong-patient", "clinically-wrong", "duplicate", "incomplete", "other");

    static final List<String> WHY_HELD_BACK = List.of("third-party", "risk-of-harm", "patient-asked");

    private final SuiteApi suite;
    private final CurrentSession session;
    private final AfterDeciding afterwards;

    DecideItemResource(SuiteApi suite, CurrentSession session, AfterDeciding afterwards) {
        this.suite = suite;
        this.session = session;
        this.afterwards = afterwards;
    }

    /**
     * Files.
     *
     * @param chosen whether the form offered these choices; from the list, it all goes as the practice has settled
     * @param leaveOut ids of the entries that were ticked to leave out
     * @param seen ids of the warnings that were ticked as seen
     */
    @POST
    @Path("/file")
    public Response file(
            @RestPath String id,
            @RestForm String version,
            @RestForm @Nullable String from,
            @RestForm @Nullable String chosen,
            @RestForm @Nullable List<String> leaveOut,
            @RestForm @Nullable List<String> seen,
            @RestForm @Nullable String note,
            @RestForm @Nullable String patientVisible,
            @RestForm @Nullable String heldBackReason) {
        ObjectNode request = noted(note);
        all(request.putArray("acknowledge"), seen);
        if (chosen != null) {
            boolean heldBack = "no".equals(patientVisible);
            all(request.putArray("exclude"), leaveOut);
            request.put("patientVisible", !heldBack);
            if (heldBack && heldBackReason != null && !heldBackReason.isBlank()) {
                request.put("heldBackReason", heldBackReason);
            }
        }
        return afterwards.show(id, act(id, "file", version, request), from);
    }

    @POST
    @Path("/reject")
    public Response reject(
            @RestPath String id,
            @RestForm String version,
            @RestForm @Nullable String from,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        return afterwards.show(
                id, act(id, "reject", version, noted(note).put("reason", reason == null ? "" : reason)), from);
    }

    @POST
    @Path("/undo")
    public Response undo(@RestPath String id, @RestForm String version, @RestForm @Nullable String from) {
        return afterwards.show(id, act(id, "undo", version, noted(null)), from);
    }

    /** Takes out of the record what can no longer be undone. */
    @POST
    @Path("/retract")
    public Response retract(@RestPath String id, @RestForm String version, @RestForm @Nullable String reason) {
        return afterwards.show(
                id, act(id, "retract", version, noted(null).put("reason", reason == null ? "" : reason)), "item");
    }

    @POST
    @Path("/assign")
    public Response assign(@RestPath String id, @RestForm String version, @RestForm @Nullable String to) {
        return afterwards.show(
                id,
                act(id, "assign", version, noted(null).put("to", to == null || to.isBlank() ? null : to.strip())),
                "item");
    }

    @POST
    @Path("/note")
    public Response note(@RestPath String id, @RestForm String version, @RestForm @Nullable String note) {
        return afterwards.show(id, act(id, "note", version, noted(note)), "item");
    }

    private SuiteAnswer act(String id, String what, @Nullable String version, ObjectNode request) {
        return suite.post(
                "/practices/" + session.get().ods() + "/items/" + id + "/" + what, "\"" + version + "\"", request);
    }

    private static ObjectNode noted(@Nullable String note) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        return note == null || note.isBlank() ? request : request.put("note", note.strip());
    }

    private static void all(ArrayNode into, @Nullable List<String> ids) {
        if (ids != null) {
            ids.forEach(into::add);
        }
    }
}
