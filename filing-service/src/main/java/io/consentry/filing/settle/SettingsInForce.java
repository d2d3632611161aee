package io.consentry.filing.settle;

import io.consentry.database.TenantTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** A practice's settings as they are now; where it has settled nothing, those of the deployment. */
@Singleton
public class SettingsInForce {

    private final TenantTransactions transactions;
    private final FilingConfig config;

    SettingsInForce(TenantTransactions transactions, FilingConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    public Uni<Settings> of(String practice) {
        return versioned(practice).map(Versioned::settings);
    }

    Uni<Versioned> versioned(String practice) {
        return transactions
                .as(practice, session -> session.createSelectionQuery(
                                "from SettingsRow where practice = :practice", SettingsRow.class)
                        .setParameter("practice", practice)
                        .getSingleResultOrNull())
                .map(row -> row == null ? unsettled() : new Versioned(Settings.of(row), row.version));
    }

    private Versioned unsettled() {
        return new Versioned(
                new Settings(Math.max(1, config.undoTime().toSeconds()), false, true, null, true, Map.of()), 0);
    }

    /** Settings, and how many changes led to them. */
    record Versioned(Settings settings, long version) {}
}
