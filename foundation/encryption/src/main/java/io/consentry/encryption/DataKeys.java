package io.consentry.encryption;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The data keys: one for each practice and month, made by whoever needs it first.
 *
 * <p>Unwrapped keys are remembered, so that sealing and opening meet the database once a practice and month.
 */
@Singleton
class DataKeys {

    private static final String ADD = "insert into data_key (practice, month, wrapped, wrapped_by) values (?, ?, ?, ?)"
            + " on conflict (practice, month) do nothing";
    private static final String BY_MONTH =
            "select id, practice, month, wrapped, wrapped_by from data_key where practice = ? and month = ?";
    private static final String BY_ID = "select id, practice, month, wrapped, wrapped_by from data_key where id = ?";

    private final javax.sql.DataSource database;
    private final KeyEncryptionKeys wrapping;
    private final Remembered<PracticeMonth, DataKey> byMonth = new Remembered<>();
    private final Remembered<Long, DataKey> byId = new Remembered<>();
    /** Of data keys that could not be unwrapped, the name of the key-encryption key that is not here. */
    private final Remembered<Long, String> waitingFor = new Remembered<>();

    DataKeys(@DataSource("runtime") javax.sql.DataSource database, KeyEncryptionKeys wrapping) {
        this.database = database;
        this.wrapping = wrapping;
    }

    /** Whether the key that seals for this practice in this month need not be asked for. */
    boolean isAtHand(String practice, YearMonth month) {
        return byMonth.get(new PracticeMonth(practice, month)) != null;
    }

    /** Whether the key with this id need not be asked for. */
    boolean isAtHand(long id) {
        return byId.get(id) != null;
    }

    /** The key that seals for this practice in this month. */
    DataKey of(String practice, YearMonth month) {
        PracticeMonth wanted = new PracticeMonth(practice, month);
        DataKey known = byMonth.get(wanted);
        return known != null ? known : remember(wanted, readOrMake(wanted));
    }

    /** The key with this id, absent where its row is gone. */
    @Nullable DataKey withId(long id) {
        DataKey known = byId.get(id);
        if (known != null) {
            return known;
        }
        String lost = waitingFor.get(id);
        if (lost != null && wrapping.isMissing(lost)) {
            throw new KeyNotHereException(lost);
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_ID)) {
            query.setLong(1, id);
            DataKey found = single(query);
            if (found != null) {
                byId.put(id, found);
            }
            return found;
        } catch (SQLException e) {
            throw new KeysUnavailableException(e);
        }
    }

    private DataKey remember(PracticeMonth wanted, DataKey key) {
        byMonth.put(wanted, key);
        byId.put(key.id(), key);
        return key;
    }

    private DataKey readOrMake(PracticeMonth wanted) {
        try (Connection connection = database.getConnection()) {
            DataKey existing = read(connection, wanted);
            if (existing != null) {
                return existing;
            }
            add(connection, wanted, AesGcm.newKey());
            // Somebody else may have been first: whoever's row stands is everybody's key.
            DataKey standing = read(connection, wanted);
            if (standing == null) {
                throw new IllegalStateException("A data key vanished as soon as it was made");
            }
            return standing;
        } catch (SQLException e) {
            throw new KeysUnavailableException(e);
        }
    }

    private void add(Connection connection, PracticeMonth wanted, SecretKey key) throws SQLException {
        WrappedKey wrapped = wrapping.wrap(key, wanted.label());
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, wanted.practice());
            insert.setObject(2, wanted.firstDay());
            insert.setBytes(3, wrapped.bytes());
            insert.setString(4, wrapped.wrappedBy());
            insert.executeUpdate();
        }
    }

    private @Nullable DataKey read(Connection connection, PracticeMonth wanted) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BY_MONTH)) {
            query.setString(1, wanted.practice());
            query.setObject(2, wanted.firstDay());
            return single(query);
        }
    }

    private @Nullable DataKey single(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
            String label = new PracticeMonth(row.getString("practice"), month).label();
            WrappedKey wrapped = new WrappedKey(row.getString("wrapped_by"), row.getBytes("wrapped"));
            return unwrapped(row.getLong("id"), wrapped, label);
        }
    }

    private DataKey unwrapped(long id, WrappedKey wrapped, String label) {
        try {
            return new DataKey(id, wrapping.unwrap(wrapped, label));
        } catch (KeyNotHereException e) {
            waitingFor.put(id, wrapped.wrappedBy());
            throw e;
        }
    }

    /** Whose key, and when. The label ties a wrapped key to its row. */
    record PracticeMonth(String practice, YearMonth month) {

        String label() {
            return "data-key/" + practice + "/" + month;
        }

        LocalDate firstDay() {
            return month.atDay(1);
        }
    }
}
