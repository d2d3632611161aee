package io.consentry.consent.recordattempt;

import io.consentry.consent.listorganisations.KnownPractices;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.request.CurrentRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Rule: only a data controller of the practice moves its switch. */
@Provider
@MovesTheSwitch
class OnlyThePracticeMovesItsSwitch implements ContainerRequestFilter {

    private final CurrentCaller currentCaller;
    private final Refusals refusals;
    private final KnownPractices known;
    private final CurrentRequest currentRequest;

    OnlyThePracticeMovesItsSwitch(
            CurrentCaller currentCaller, Refusals refusals, KnownPractices known, CurrentRequest currentRequest) {
        this.currentCaller = currentCaller;
        this.refusals = refusals;
        this.known = known;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Caller caller = currentCaller.get();
        String practice = new OdsCode(request.getUriInfo().getPathParameters().getFirst("ods")).value();
        known.require(practice, caller, currentRequest.id());
        boolean atThePractice = caller.actsFor(practice);
        if (!atThePractice || !caller.has(Role.DATA_CONTROLLER)) {
            throw refusals.recorded(
                    request,
                    caller,
                    request.getMethod().equals(HttpMethod.DELETE) ? "cancel-scheduled" : "move-switch",
                    practice,
                    Refusals.wanted(request.getEntityStream()).orElse(null),
                    atThePractice ? "not-a-data-controller" : "not-this-practice",
                    "a data controller of");
        }
    }
}
