package io.consentry.consent.erasedisclosure;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Have the name and note beside an event erased. */
@RegisterForReflection
record EraseDisclosure(long position, String commitment, String basis, String documentSha256, Actor actor) {

    @TargetAggregateIdentifier
    String stream() {
        return Erasure.streamOf(commitment);
    }
}
