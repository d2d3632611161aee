package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Decision;
import io.consentry.consent.listorganisations.KnownPractices;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.request.CurrentRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Rule: everybody who works at the practice may stop its messages, and nobody else. */
@Provider
@StopsMessages
class OnlyThePracticeStopsItsMessages implements ContainerRequestFilter {

    private final CurrentCaller currentCaller;
    private final Refusals refusals;
    private final KnownPractices known;
    private final CurrentRequest currentRequest;

    OnlyThePracticeStopsItsMessages(
            CurrentCaller currentCaller, Refusals refusals, KnownPractices known, CurrentRequest currentRequest) {
        this.currentCaller = currentCaller;
        this.refusals = refusals;
        this.known = known;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = currentCaller.get();
        String practice = new OdsCode(request.getUriInfo().getPathParameters().getFirst("ods")).value();
        known.require(practice, caller, currentRequest.id());
        if (!caller.worksAt(practice)) {
            throw refusals.recorded(
                    request, caller, "pause", practice, Decision.OPTED_OUT, "not-this-practice", "people who work at");
        }
    }
}
