package io.consentry.ingest.decideheld;

import io.consentry.ingest.openfallback.FallbackConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * What happens to held messages while consent cannot be asked for long: after an hour the sender is told, after a day
 * the message is declined and the sender has the duty to deliver it another way. A patient's consultation must not
 * lie here unread.
 */
final class HeldTooLong {

    static final String STILL_HELD = "still-held";
    static final String TOO_LONG = "held-too-long";

    private final DataSource database;
    private final FallbackConfig fallbacks;
    private final HoldingConfig config;

    HeldTooLong(DataSource database, FallbackConfig fallbacks, HoldingConfig config) {
        this.database = database;
        this.fallbacks = fallbacks;
        this.config = config;
    }

    /** Looks at the queues of these practices. */
    void age(List<String> practices, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            HeldMessages.tell(connection, STILL_HELD, now.minus(config.tellAfter()), now);
        }
        for (String practice : practices) {
            decline(practice, now);
        }
    }

    private void decline(String practice, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (HeldMessages.lock(connection, practice)) {
                    ApplyDecision applying = new ApplyDecision(connection, fallbacks, now);
                    for (HeldMessage old : HeldMessages.old(connection, practice, now.minus(config.declineAfter()))) {
                        applying.decline(old, null, TOO_LONG);
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }
}
