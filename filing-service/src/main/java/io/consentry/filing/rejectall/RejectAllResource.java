package io.consentry.filing.rejectall;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.item.Actor;
import io.consentry.filing.settle.SettingsInForce;
import io.consentry.filing.telltime.AskedTime;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Rejects what waits after an opt-out. A class of its own: its path would be taken for an item's id. */
@Path("/practices/{ods}/items/reject-all")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class RejectAllResource {

    private final PracticeStaff staff;
    private final PendingItems pending;
    private final Consent consent;
    private final SettingsInForce settings;
    private final RejectAll rejectAll;

    RejectAllResource(
            PracticeStaff staff, PendingItems pending, Consent consent, SettingsInForce settings, RejectAll rejectAll) {
        this.staff = staff;
        this.pending = pending;
        this.consent = consent;
        this.settings = settings;
        this.rejectAll = rejectAll;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "rejectAll",
            summary = "Reject everything that waits after an opt-out",
            description = "Pending items of the services that the practice has opted out of, received before the given"
                    + " time. What it still takes is left alone. Asking again rejects what is still pending.")
    @APIResponse(responseCode = "200", description = "How many were rejected")
    @APIResponse(responseCode = "400", description = "The request is not understood: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    @APIResponse(responseCode = "409", description = "The practice takes all of what is pending: still-opted-in")
    @APIResponse(responseCode = "503", description = "The consent service cannot answer now: unavailable")
    public Uni<RejectedAll> reject(@RestPath OdsCode ods, @Valid @NotNull RejectAllRequest request) {
        Actor by = staff.at(ods);
        String practice = ods.value();
        AskedTime.required("receivedBefore", request.receivedBefore());
        return OffTheEventLoop.call(() -> pending.services(practice, request.receivedBefore()))
                .chain(services -> services.isEmpty()
                        ? Uni.createFrom().item(services)
                        : consent.now(practice, services).map(optOuts -> requireSome(optOuts.services())))
                .chain(services -> settings.of(practice)
                        .chain(settled -> OffTheEventLoop.call(
                                () -> rejectAll.reject(practice, services, request, settled, by))));
    }

    private static Set<String> requireSome(Set<String> optedOut) {
        if (optedOut.isEmpty()) {
            throw ProblemType.STILL_OPTED_IN.because(
                    "The practice has opted out of no service that something is pending of.");
        }
        return optedOut;
    }
}
