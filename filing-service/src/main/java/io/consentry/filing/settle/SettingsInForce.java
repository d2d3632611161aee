package io.consentry.filing.settle;

import io.consentry.database.GatheredQuestion;
import io.consentry.database.TenantQuestion;
import io.consentry.database.TenantReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Map;

/** A practice's settings as they are now; where it has settled nothing, those of the deployment. */
@Singleton
public class SettingsInForce {

    private static final TenantQuestion.AboutOne OF_PRACTICE = TenantQuestion.aboutOne(
            "select undo_seconds, bulk_filing, patient_visible, fallback_address, notes_to_senders, pre_ticked, version"
                    + " from practice_settings s where s.practice = tenant.ods and s.practice = asked.id",
            "");

    private final GatheredQuestion ofPractice;
    private final FilingConfig config;

    SettingsInForce(TenantReads reads, FilingConfig config) {
        this.ofPractice = reads.gathered(OF_PRACTICE);
        this.config = config;
    }

    public Uni<Settings> of(String practice) {
        return versioned(practice).map(Versioned::settings);
    }

    Uni<Versioned> versioned(String practice) {
        return ofPractice.ask(practice, practice).map(rows -> rows.isEmpty() ? unsettled() : settled(rows.get(0)));
    }

    private static Versioned settled(Row row) {
        Settings settings = new Settings(
                row.getLong(0),
                row.getBoolean(1),
                row.getBoolean(2),
                row.getString(3),
                row.getBoolean(4),
                PreTickedKinds.read(row.getString(5)));
        return new Versioned(settings, row.getLong(6));
    }

    private Versioned unsettled() {
        return new Versioned(
                new Settings(Math.max(1, config.undoTime().toSeconds()), false, true, null, true, Map.of()), 0);
    }

    /** Settings, and how many changes led to them. */
    record Versioned(Settings settings, long version) {}
}
