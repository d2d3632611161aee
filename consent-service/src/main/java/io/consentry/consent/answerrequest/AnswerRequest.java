package io.consentry.consent.answerrequest;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Keep what somebody outside was answered.
 *
 * @param mayAnswerFor the practice for which the caller decides; absent for those who answer for all
 */
@RegisterForReflection
record AnswerRequest(
        String request, String answer, @Nullable String mayAnswerFor, Actor actor) {

    @TargetAggregateIdentifier
    String stream() {
        return OutsideRequest.streamOf(request);
    }
}
