package io.consentry.filing.recallitems;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All recalls, and how each stands, as an operator sees them: counts, and no item. Blocks. */
@Singleton
class RecallRegister {

    private static final int MOST = 100;

    private static final String COLUMNS = """
            select recall_id, reason, codes, pharmacy, system, service, received_from, received_to, opened_at, matching,
                recalled, finished_at
            from recall""";
    private static final String ONE = COLUMNS + " where recall_id = ?";
    private static final String NEWEST = COLUMNS + " order by opened_at desc limit " + MOST;
    private static final String THESE = COLUMNS + " where recall_id = any (?) order by opened_at desc";
    private static final String AT_PRACTICES = "select practice, found, pending, needs_review, confirmed"
            + " from recall_at_practice where recall_id = ? order by practice";

    private final javax.sql.DataSource database;

    RecallRegister(@DataSource("runtime") javax.sql.DataSource database) {
        this.database = database;
    }

    /** The newest, without how they stand at practices. */
    List<RecallPage> newest() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(NEWEST)) {
            return read(ask);
        }
    }

    /** These, the newest first, without how they stand at practices. */
    List<RecallPage> these(Collection<String> recallIds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(THESE)) {
            ask.setArray(1, connection.createArrayOf("text", recallIds.toArray()));
            return read(ask);
        }
    }

    /** The recall, without how it stands at practices. */
    Optional<RecallPage> find(String recallId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(ONE)) {
            ask.setString(1, recallId);
            return read(ask).stream().findFirst();
        }
    }

    List<RecallPage.AtPractice> atPractices(String recallId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(AT_PRACTICES)) {
            ask.setString(1, recallId);
            try (ResultSet row = ask.executeQuery()) {
                List<RecallPage.AtPractice> practices = new ArrayList<>();
                while (row.next()) {
                    practices.add(new RecallPage.AtPractice(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
                return practices;
            }
        }
    }

    private static List<RecallPage> read(PreparedStatement ask) throws SQLException {
        try (ResultSet row = ask.executeQuery()) {
            List<RecallPage> recalls = new ArrayList<>();
            while (row.next()) {
                recalls.add(page(row));
            }
            return recalls;
        }
    }

    private static RecallPage page(ResultSet row) throws SQLException {
        Instant finished = OpenRecalls.time(row, "finished_at");
        return new RecallPage(
                row.getString("recall_id"),
                row.getString("reason"),
                OpenRecalls.criteria(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                finished == null ? RecallPage.SEARCHING : RecallPage.FINISHED,
                row.getObject("matching", Long.class),
                row.getLong("recalled"),
                finished,
                List.of());
    }
}
