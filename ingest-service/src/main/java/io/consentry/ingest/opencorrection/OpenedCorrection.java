package io.consentry.ingest.opencorrection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code correction}, to be read. Holds nothing of the patient. */
@Entity
@Table(name = "correction")
class OpenedCorrection {

    @Id
    UUID id;

    @Column(name = "message_id")
    UUID message;

    String sender;
    String practice;
    String service;
    String identifier;
    String reason;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Nullable String action;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OpenedCorrection() {}
}
