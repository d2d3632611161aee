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

    /** What {@link #read} reads, of the table {@code practice_settings} as {@code s}. */
    public static final String COLUMNS = "s.undo_seconds, s.bulk_filing, s.patient_visible, s.fallback_address,"
            + " s.notes_to_senders, s.pre_ticked, s.version";

    private static final int VERSION = 6;

    private static final TenantQuestion.AboutOne OF_PRACTICE = TenantQuestion.aboutOne(
            "select " + COLUMNS + " from practice_settings s where s.practice = tenant.ods and s.practice = asked.id",
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
        return ofPractice
                .ask(practice, practice)
                .map(rows -> rows.isEmpty()
                        ? new Versioned(unsettled(), 0)
                        : new Versioned(settled(rows.get(0), 0), rows.get(0).getLong(VERSION)));
    }

    /**
     * The settings among what else a row says.
     *
     * @param from the first of the columns; where a practice has settled nothing they are null
     */
    public Settings read(Row row, int from) {
        return row.getValue(from) == null ? unsettled() : settled(row, from);
    }

    private static Settings settled(Row row, int from) {
        return new Settings(
                row.getLong(from),
                row.getBoolean(from + 1),
                row.getBoolean(from + 2),
                row.getString(from + 3),
                row.getBoolean(from + 4),
                PreTickedKinds.read(row.getString(from + 5)));
    }

    private Settings unsettled() {
        return new Settings(Math.max(1, config.undoTime().toSeconds()), false, true, null, true, Map.of());
    }

    /** Settings, and how many changes led to them. */
    record Versioned(Settings settings, long version) {}
}
