package io.consentry.consent.announcechange;

import io.consentry.consent.events.NoticeAcknowledged;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** That one practice has read one notice; the first time counts. */
@RegisterForReflection
class Acknowledgement {

    @AggregateIdentifier
    private @Nullable String stream;

    Acknowledgement() {}

    static String streamOf(String notice, String practice) {
        return "acknowledgement/" + notice + "/" + practice;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcknowledgeNotice command) {
        if (stream == null) {
            AggregateLifecycle.apply(new NoticeAcknowledged(command.notice(), command.practice(), command.actor()));
        }
    }

    @EventSourcingHandler
    void on(NoticeAcknowledged acknowledged) {
        stream = streamOf(acknowledged.notice(), acknowledged.practice());
    }
}
