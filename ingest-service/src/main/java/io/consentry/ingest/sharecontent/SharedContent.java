package io.consentry.ingest.sharecontent;

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

/** Opens the content of messages that were let in. Blocks. */
@Singleton
class SharedContent {

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

    /** The consultations of these messages; those that are unknown, held or erased are absent. */
    List<ReadableMessage> consultations(List<UUID> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CONSULTATIONS)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                List<ReadableMessage> found = new ArrayList<>();
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    Sealed sealed = new Sealed(row.getLong("consultation_key"), row.getBytes("consultation"));
                    byte[] json = vault.open(ContentPart.CONSULTATION.of(row.getString("practice"), id), sealed);
                    found.add(new ReadableMessage(id, new String(json, StandardCharsets.UTF_8), List.of((String[])
                            row.getArray("systems").getArray())));
                }
                return found;
            }
        }
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
