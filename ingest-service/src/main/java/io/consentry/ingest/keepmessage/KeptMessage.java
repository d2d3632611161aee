package io.consentry.ingest.keepmessage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code message}, to be read. Holds nothing of the patient. */
@Entity
@Table(name = "message")
public class KeptMessage {

    @Id
    UUID id;

    String sender;
    String practice;
    String service;

    @Column(name = "identifier_value")
    String identifierValue;

    @Nullable UUID replaces;

    @Column(name = "content_hmac")
    byte[] contentHmac;

    @Column(name = "received_at")
    Instant receivedAt;

    String status;
    boolean declined;

    @Column(name = "decision_position")
    @Nullable Long decisionPosition;

    @Column(name = "decision_at")
    @Nullable Instant decisionAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected KeptMessage() {}

    public UUID id() {
        return id;
    }

    public String sender() {
        return sender;
    }

    public String practice() {
        return practice;
    }

    public String service() {
        return service;
    }

    /** What the sender called it. */
    public String identifier() {
        return identifierValue;
    }

    /** The earlier message that it replaces. */
    public @Nullable UUID replaces() {
        return replaces;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String status() {
        return status;
    }

    /** Position of the consent event that decided, absent while the message is held. */
    public @Nullable Long decisionPosition() {
        return decisionPosition;
    }

    public @Nullable Instant decisionAt() {
        return decisionAt;
    }

    /** Whether these are the bytes it came with, for the same practice. */
    public boolean cameWith(ContentHash hash) {
        return hash.isOf(contentHmac);
    }
}
