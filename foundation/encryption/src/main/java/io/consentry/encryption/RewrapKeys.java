package io.consentry.encryption;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jboss.logging.Logger;

/**
 * Rotation of the key-encryption key: whatever another key wrapped is wrapped by the current one. Sealed content is not
 * touched, and nothing needs to stop.
 */
@Singleton
class RewrapKeys {

    private static final Logger LOG = Logger.getLogger(RewrapKeys.class);

    private final javax.sql.DataSource database;
    private final KeyEncryptionKeys wrapping;

    RewrapKeys(@DataSource("runtime") javax.sql.DataSource database, KeyEncryptionKeys wrapping) {
        this.database = database;
        this.wrapping = wrapping;
    }

    void atStart(@Observes StartupEvent started) throws SQLException {
        if (wrapping.anyRetired()) {
            rewrap();
        }
    }

    /** Reads the keys again and wraps anew, in one transaction; how many keys it were. */
    Rewrapped rewrap() throws SQLException {
        wrapping.readAgain();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int count = dataKeys(connection) + hashKey(connection);
                connection.commit();
                LOG.infof("Wrapped %d keys by the key-encryption key %s", count, wrapping.currentId());
                return new Rewrapped(wrapping.currentId(), count);
            } finally {
                // Whatever it ended by: what a pool takes back uncommitted, it may commit.
                connection.rollback();
            }
        }
    }

    /**
     * What was done.
     *
     * @param wrappedBy name of the key that wraps every key now
     * @param keys how many another had wrapped before
     */
    record Rewrapped(String wrappedBy, int keys) {}

    private int dataKeys(Connection connection) throws SQLException {
        int count = 0;
        try (PreparedStatement outdated = connection.prepareStatement("select id, practice, month, wrapped, wrapped_by"
                        + " from data_key where wrapped_by <> ? for update");
                PreparedStatement update =
                        connection.prepareStatement("update data_key set wrapped = ?, wrapped_by = ? where id = ?")) {
            outdated.setString(1, wrapping.currentId());
            try (ResultSet row = outdated.executeQuery()) {
                while (row.next()) {
                    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
                    String label = new DataKeys.PracticeMonth(row.getString("practice"), month).label();
                    WrappedKey anew = anew(row, label);
                    update.setBytes(1, anew.bytes());
                    update.setString(2, anew.wrappedBy());
                    update.setLong(3, row.getLong("id"));
                    count += update.executeUpdate();
                }
            }
        }
        return count;
    }

    private int hashKey(Connection connection) throws SQLException {
        try (PreparedStatement outdated = connection.prepareStatement(
                        "select wrapped, wrapped_by from hash_key where wrapped_by <> ? for update");
                PreparedStatement update =
                        connection.prepareStatement("update hash_key set wrapped = ?, wrapped_by = ?")) {
            outdated.setString(1, wrapping.currentId());
            try (ResultSet row = outdated.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                WrappedKey anew = anew(row, KeyedHash.LABEL);
                update.setBytes(1, anew.bytes());
                update.setString(2, anew.wrappedBy());
                return update.executeUpdate();
            }
        }
    }

    private WrappedKey anew(ResultSet row, String label) throws SQLException {
        WrappedKey old = new WrappedKey(row.getString("wrapped_by"), row.getBytes("wrapped"));
        return wrapping.wrap(wrapping.unwrap(old, label), label);
    }
}
