package io.consentry.eventstore;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** Starts a service's event sourcing once the migrations have run, and stops it before the pools close. */
@ApplicationScoped
class EventSourcingLifecycle {

    void start(@Observes StartupEvent started, Instance<EventSourcing> services) {
        services.forEach(EventSourcing::start);
    }

    void stop(@Observes ShutdownEvent stopping, Instance<EventSourcing> services) {
        services.forEach(EventSourcing::close);
    }
}
