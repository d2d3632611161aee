package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Decision;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Rule: everybody who works at the practice may stop its messages, and nobody else. */
@Provider
@StopsMessages
class OnlyThePracticeStopsItsMessages implements ContainerRequestFilter {

    private final CurrentCaller currentCaller;
    private final Refusals refusals;

    OnlyThePracticeStopsItsMessages(CurrentCaller currentCaller, Refusals refusals) {
        this.currentCaller = currentCaller;
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = currentCaller.get();
        String practice = new OdsCode(request.getUriInfo().getPathParameters().getFirst("ods")).value();
        if (!caller.worksAt(practice)) {
            throw refusals.recorded(
                    request, caller, practice, Decision.OPTED_OUT, "not-this-practice", "people who work at");
        }
    }
}
