package io.consentry.consent.keepevents;

import io.consentry.eventstore.EventSourcingBuilder;

/** A slice that brings an aggregate or a handler: it says so here, and nobody keeps a list of slices. */
public interface PartOfEventSourcing {

    /** Adds what the slice has. */
    void join(EventSourcingBuilder eventSourcing);
}
