package io.consentry.ingest.recordoutcome;

import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.consentry.feed.follow.NotNowException;
import io.consentry.ingest.keepmessage.ContentPart;
import io.consentry.ingest.recordoutcome.NotesOfFilingService.Named;
import io.consentry.ingest.recordoutcome.NotesOfFilingService.Wanted;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches the words beside a rejection and keeps them sealed, in the transaction that records the rejection. */
@Singleton
class KeepNote {

    private static final String KEEP = """
            insert into sender_note (message_id, sender, practice, note, note_key)
            select id, sender, practice, ?, ? from message where id = ?
            on conflict (message_id) do nothing""";

    private final NotesOfFilingService filing;
    private final Vault vault;

    KeepNote(@RestClient NotesOfFilingService filing, Vault vault) {
        this.filing = filing;
        this.vault = vault;
    }

    /** Keeps it unless it was erased meanwhile. */
    void keep(Connection transaction, UUID message, String practice, String noteId)
            throws SQLException, NotNowException {
        for (NotesOfFilingService.Note found : read(message, noteId).notes()) {
            Sealed sealed = vault.seal(
                    ContentPart.NOTE.of(practice, message), found.note().getBytes(StandardCharsets.UTF_8));
            try (PreparedStatement insert = transaction.prepareStatement(KEEP)) {
                insert.setBytes(1, sealed.bytes());
                insert.setLong(2, sealed.keyId());
                insert.setObject(3, message);
                insert.executeUpdate();
            }
        }
    }

    private NotesOfFilingService.Notes read(UUID message, String noteId) throws NotNowException {
        try {
            return filing.read(new Wanted(List.of(new Named(message.toString(), noteId))));
        } catch (ProcessingException | WebApplicationException e) {
            throw new NotNowException("The words beside a rejection cannot be read now", e);
        }
    }
}
