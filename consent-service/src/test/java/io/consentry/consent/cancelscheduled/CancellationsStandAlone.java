package io.consentry.consent.cancelscheduled;

import io.consentry.consent.keepevents.PartOfEventSourcing;

/** What applies cancellations, for tests that run without the service. */
public final class CancellationsStandAlone {

    private CancellationsStandAlone() {}

    public static PartOfEventSourcing projection() {
        return new Cancellations();
    }
}
