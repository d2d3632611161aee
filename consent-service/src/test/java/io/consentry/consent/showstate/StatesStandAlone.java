package io.consentry.consent.showstate;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What shows states, for tests that run without the service. */
public final class StatesStandAlone {

    private StatesStandAlone() {}

    public static PartOfEventSourcing projection() {
        return new SwitchDecisions();
    }

    public static ConsentStates of(AgroalDataSource dataSource) {
        return new ConsentStates(dataSource);
    }

    /** Every practice as it was known at a position, and stood at a time. */
    public static List<ConsentState> every(AgroalDataSource dataSource, Instant time, Long position)
            throws IOException {
        List<ConsentState> states = new ArrayList<>();
        new EveryPractice(dataSource).at(time, position, states::add);
        return states;
    }
}
