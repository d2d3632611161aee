package io.consentry.filing.wiring;

import io.agroal.api.AgroalDataSource;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Item;
import io.consentry.filing.item.ItemEventNames;
import io.consentry.filing.settle.PracticeSettings;
import io.consentry.filing.settle.SettingsChanged;
import io.consentry.filing.settle.SettingsKeeper;
import io.consentry.filing.showitem.HistoryProjector;
import io.consentry.filing.showworklist.WorklistProjector;
import io.consentry.filing.tellsender.OutcomesToTell;
import io.consentry.filing.tellsender.TellAtOnce;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The event sourcing of this service: one aggregate, what follows at once, and what follows after. */
class FilingEvents {

    /** Name of the processor that keeps the tables people read. */
    static final String VIEWS = "views";

    /** Two cores' worth. The events of one item stay in order. */
    private static final int SEGMENTS = 2;

    /** Enough to share a commit among when many arrive; a single event does not wait for others. */
    private static final int BATCH = 200;

    @Produces
    @Singleton
    EventSourcing events(
            @DataSource("runtime") AgroalDataSource database,
            OutcomesToTell outcomes,
            TellAtOnce overtaken,
            SettingsKeeper settings,
            WorklistProjector worklist,
            HistoryProjector history) {
        return EventSourcing.on(database)
                .events(ItemEventNames.all().with("SettingsChanged", "1", SettingsChanged.class))
                .aggregate(Item.class)
                .aggregate(PracticeSettings.class)
                .subscribing("outcomes-to-tell", outcomes)
                .subscribing("tell-at-once", overtaken)
                .subscribing("settings", settings)
                .streaming(VIEWS, List.of(worklist, history), SEGMENTS, BATCH)
                .build();
    }
}
