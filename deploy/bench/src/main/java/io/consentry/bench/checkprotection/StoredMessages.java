package io.consentry.bench.checkprotection;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.encryption.Binding;
import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;

/** What lies in the databases, looked at beside the services. */
final class StoredMessages {

    private static final String MESSAGE =
            "select 'original', original_key, original from message_content where message_id = ?::uuid";
    private static final String ITEM = "select part, key_id, sealed from item_content where item_id = ?::text";

    private StoredMessages() {}

    /** The role that answers requests must not see a row of the table while it acts for nobody, though there are some. */
    static void requireRowsHidden(BenchSuite suite, SuiteDatabase database, String table) throws SQLException {
        String any = "select exists (select from " + table + ")";
        try (Connection admin = suite.connectAsAdmin(database);
                Connection tenant = suite.connect(database, database.tenant())) {
            if (!isTrue(admin, any)) {
                throw new IllegalStateException(table + " is empty, so that nothing can be hidden in it");
            }
            if (isTrue(tenant, any)) {
                throw new IllegalStateException("Rows of " + table + " are seen by whoever acts for no organisation");
            }
        }
    }

    /** An accepted message, and its item, must open with their practice's key and be unreadable as they lie there. */
    static void requireSealed(BenchSuite suite, String practice, UUID id, String sent)
            throws IOException, SQLException {
        String surname = sent.replaceFirst("(?s).*?<family value=\"([^\"]+)\".*", "$1");
        String original = opened(suite, SuiteDatabase.INGEST, MESSAGE, practice, id, surname);
        if (!original.equals(sent)) {
            throw new IllegalStateException("What was stored of a message is not what was sent");
        }
        if (!opened(suite, SuiteDatabase.FILING, ITEM, practice, id, surname).contains(surname)) {
            throw new IllegalStateException("What was stored of an item does not name the patient");
        }
    }

    private static String opened(
            BenchSuite suite, SuiteDatabase database, String query, String practice, UUID id, String unreadable)
            throws IOException, SQLException {
        Vault vault =
                Vault.beside(suite.dataSource(database, database.runtime()), suite.encryptionKeys(), Clock.systemUTC());
        StringBuilder opened = new StringBuilder();
        try (Connection admin = suite.connectAsAdmin(database);
                PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byte[] bytes = row.getBytes(3);
                    if (new String(bytes, StandardCharsets.ISO_8859_1).contains(unreadable)) {
                        throw new IllegalStateException(row.getString(1) + " is stored so that anybody can read it");
                    }
                    Binding place = new Binding(practice, id.toString(), row.getString(1));
                    opened.append(
                            new String(vault.open(place, new Sealed(row.getLong(2), bytes)), StandardCharsets.UTF_8));
                }
            }
        }
        return opened.toString();
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
