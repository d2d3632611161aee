package io.consentry.ingest.keepmessage;

import io.consentry.encryption.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code sender_note}: what a practice wrote to the sender beside its rejection, sealed. */
@Entity
@Table(name = "sender_note")
public class SenderNote {

    @Id
    @Column(name = "message_id")
    UUID messageId;

    byte[] note;

    @Column(name = "note_key")
    long noteKey;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SenderNote() {}

    public Sealed sealed() {
        return new Sealed(noteKey, note);
    }
}
