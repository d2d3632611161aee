package io.consentry.filing.wiring;

import io.agroal.api.AgroalDataSource;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Item;
import io.consentry.filing.item.ItemEventNames;
import io.consentry.filing.recallitems.Recall;
import io.consentry.filing.recallitems.RecallFinished;
import io.consentry.filing.recallitems.RecallKeeper;
import io.consentry.filing.recallitems.RecallOpened;
import io.consentry.filing.recallitems.RecalledItemsProjector;
import io.consentry.filing.settle.PracticeSettings;
import io.consentry.filing.settle.SettingsChanged;
import io.consentry.filing.settle.SettingsKeeper;
import io.consentry.filing.showitem.HistoryProjector;
import io.consentry.filing.showworklist.WorklistProjector;
import io.consentry.filing.tellsender.OutcomesToTell;
import io.consentry.filing.tellsender.RetractionsToTell;
import io.consentry.filing.tellsender.TellAtOnce;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The event sourcing of this service: one aggregate, what follows at once, and what follows after. */
class FilingEvents {

    /** Name of the processor that keeps the tables people read. */
    static final String VIEWS = "views";

    /** One writes many times what people can do. More would share fewer statements, and write the same tables at once. */
    private static final int SEGMENTS = 1;

    /** Enough to share a commit among when many arrive; a single event does not wait for others. */
    private static final int BATCH = 200;

    @Produces
    @Singleton
    EventSourcing events(
            @DataSource("runtime") AgroalDataSource database,
            OutcomesToTell outcomes,
            TellAtOnce overtaken,
            RetractionsToTell retractions,
            SettingsKeeper settings,
            RecallKeeper recalls,
            WorklistProjector worklist,
            HistoryProjector history,
            RecalledItemsProjector recalledItems) {
        return EventSourcing.on(database)
                .events(ItemEventNames.all()
                        .with("SettingsChanged", "1", SettingsChanged.class)
                        .with("RecallOpened", "1", RecallOpened.class)
                        .with("RecallFinished", "1", RecallFinished.class))
                .aggregate(Item.class)
                .aggregate(PracticeSettings.class)
                .aggregate(Recall.class)
                .subscribing("outcomes-to-tell", outcomes)
                .subscribing("tell-at-once", overtaken)
                .subscribing("retractions-to-tell", retractions)
                .subscribing("settings", settings)
                .subscribing("recalls", recalls)
                // The worklist last: who waits for its row finds the other tables written.
                .streamingAndToldAhead(VIEWS, List.of(history, recalledItems, worklist), SEGMENTS, BATCH, worklist)
                .build();
    }
}
