package io.consentry.consent.keepevents;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.ConsentEventNames;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.consentry.eventstore.StoreSchema;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This service's event sourcing, over its own event table. */
class ConsentEventSourcing {

    @Produces
    @Singleton
    EventSourcing eventSourcing(
            @DataSource("runtime") AgroalDataSource dataSource, Instance<PartOfEventSourcing> parts) {
        return over(dataSource, parts);
    }

    /** The event sourcing of these slices over a database that has this service's tables. */
    static EventSourcing over(AgroalDataSource dataSource, Iterable<PartOfEventSourcing> parts) {
        EventSourcingBuilder described = EventSourcing.on(dataSource)
                .events(ConsentEventNames.ALL)
                .schema(StoreSchema.namedAs("consent_event", "position"))
                .appendWith(new AppendConsentEvents())
                .carry(Circumstances.REQUEST_ID, Circumstances.DISCLOSURE);
        parts.forEach(part -> part.join(described));
        return described.build();
    }
}
