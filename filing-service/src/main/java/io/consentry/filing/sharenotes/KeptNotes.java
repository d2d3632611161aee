package io.consentry.filing.sharenotes;

import io.agroal.api.AgroalDataSource;
import io.consentry.encryption.CannotBeOpenedException;
import io.consentry.encryption.Sealed;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.sharenotes.NotesForSendersResource.Named;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Opens notes by the names that rejections gave them. Blocks. */
@Singleton
class KeptNotes {

    private static final Logger LOG = Logger.getLogger(KeptNotes.class);

    private static final String NOTES = """
            select wanted.item_id, wanted.note_id, kept.practice, kept.key_id, kept.sealed
            from unnest(?::text[], ?::text[], ?::text[]) as wanted (item_id, part, note_id)
            join item_content kept on kept.item_id = wanted.item_id and kept.part = wanted.part""";

    private final AgroalDataSource database;
    private final ContentVault vault;

    KeptNotes(@DataSource("runtime") AgroalDataSource database, ContentVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Those that are there; what was erased, or never was, is absent, and what cannot be opened: whoever asks would ask for it
     * for ever, and for nothing that comes after.
     */
    List<NoteForSender> among(List<Named> wanted) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(NOTES)) {
            query.setArray(1, texts(connection, wanted.stream().map(Named::messageId)));
            query.setArray(
                    2, texts(connection, wanted.stream().map(Named::noteId).map(Part::note)));
            query.setArray(3, texts(connection, wanted.stream().map(Named::noteId)));
            try (ResultSet row = query.executeQuery()) {
                List<NoteForSender> found = new ArrayList<>();
                while (row.next()) {
                    try {
                        found.add(open(row));
                    } catch (CannotBeOpenedException e) {
                        LOG.errorf("A note beside item %s cannot be opened", row.getString(1));
                    }
                }
                return found;
            }
        }
    }

    private NoteForSender open(ResultSet row) throws SQLException {
        String messageId = row.getString(1);
        String noteId = row.getString(2);
        Sealed sealed = new Sealed(row.getLong(4), row.getBytes(5));
        return new NoteForSender(messageId, noteId, vault.openNote(row.getString(3), messageId, noteId, sealed));
    }

    private static Array texts(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
