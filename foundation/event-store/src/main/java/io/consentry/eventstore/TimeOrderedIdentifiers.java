package io.consentry.eventstore;

import io.consentry.database.TimeOrderedId;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Ids of events in the order of time: those of chance would each touch another page of the store's index. Axon finds it
 * by its service file.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return TimeOrderedId.at(GenericEventMessage.clock.instant()).toString();
    }
}
