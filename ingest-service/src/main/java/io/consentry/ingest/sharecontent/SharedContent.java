package io.consentry.ingest.sharecontent;

import io.consentry.encryption.CannotBeOpenedException;
import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.consentry.ingest.keepmessage.ContentPart;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens the content of messages that were let in. Blocks. */
@Singleton
class SharedContent {

    private static final Logger LOG = Logger.getLogger(SharedContent.class);

    private static final String CONSULTATIONS = """
            select m.id, m.practice, m.systems, c.consultation, c.consultation_key
            from message m join message_content c on c.message_id = m.id
            where m.id = any(?) and m.status <> 'held'""";
    private static final String ORIGINAL = """
            select m.practice, m.content_type, c.original, c.original_key
            from message m join message_content c on c.message_id = m.id
            where m.id = ? and m.status <> 'held'""";

    private final javax.sql.DataSource database;
    private final Vault vault;

    SharedContent(@DataSource("runtime") javax.sql.DataSource database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * The consultations of these messages; those that are unknown, held or erased are absent, and those that cannot be opened:
     * one whose key is gone, or whose bytes are damaged, must not keep all others from their reviewers.
     */
    List<ReadableMessage> consultations(List<UUID> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CONSULTATIONS)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                List<ReadableMessage> found = new ArrayList<>();
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    try {
                        found.add(readable(id, row));
                    } catch (CannotBeOpenedException e) {
                        LOG.errorf("The consultation of message %s cannot be opened", id);
                    }
                }
                return found;
            }
        }
    }

    private ReadableMessage readable(UUID id, ResultSet row) throws SQLException {
        Sealed sealed = new Sealed(row.getLong("consultation_key"), row.getBytes("consultation"));
        byte[] json = vault.open(ContentPart.CONSULTATION.of(row.getString("practice"), id), sealed);
        return new ReadableMessage(id, new String(json, StandardCharsets.UTF_8), List.of((String[])
                row.getArray("systems").getArray()));
    }

    /** The bytes of a message as received; absent when unknown, held or erased. */
    Optional<Original> original(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ORIGINAL)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Sealed sealed = new Sealed(row.getLong("original_key"), row.getBytes("original"));
                byte[] bytes = vault.open(ContentPart.ORIGINAL.of(row.getString("practice"), id), sealed);
                return Optional.of(new Original(row.getString("content_type"), bytes));
            }
        }
    }
}
