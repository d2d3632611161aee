package io.consentry.consent.answerrequest;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Keep what somebody outside asked. */
@RegisterForReflection
record ReceiveRequest(
        String request,
        @Nullable String practice,
        String from,
        Instant receivedAt,
        String documentSha256,
        Actor actor) {

    @TargetAggregateIdentifier
    String stream() {
        return OutsideRequest.streamOf(request);
    }
}
