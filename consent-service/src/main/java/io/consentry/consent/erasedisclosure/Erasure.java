package io.consentry.consent.erasedisclosure;

import io.consentry.consent.events.DisclosureErased;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What is gone cannot be erased again: the first erasure counts. */
@RegisterForReflection
class Erasure {

    @AggregateIdentifier
    private @Nullable String stream;

    Erasure() {}

    static String streamOf(String commitment) {
        return "erasure/" + commitment;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseDisclosure command) {
        if (stream == null) {
            AggregateLifecycle.apply(new DisclosureErased(
                    command.position(),
                    command.commitment(),
                    command.basis(),
                    command.documentSha256(),
                    command.actor()));
        }
    }

    @EventSourcingHandler
    void on(DisclosureErased erased) {
        stream = streamOf(erased.commitment());
    }
}
