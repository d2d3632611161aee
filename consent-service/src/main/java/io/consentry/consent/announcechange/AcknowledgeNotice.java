package io.consentry.consent.announcechange;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say that a practice has read a notice. */
@RegisterForReflection
record AcknowledgeNotice(String notice, String practice, Actor actor) {

    @TargetAggregateIdentifier
    String stream() {
        return Acknowledgement.streamOf(notice, practice);
    }
}
