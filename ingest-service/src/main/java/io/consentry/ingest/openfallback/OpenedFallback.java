package io.consentry.ingest.openfallback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code fallback}, to be read. Holds nothing clinical. */
@Entity
@Table(name = "fallback")
class OpenedFallback {

    @Id
    UUID id;

    String sender;
    String practice;
    String service;

    @Column(name = "identifier_value")
    String identifier;

    String channel;
    String address;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column(name = "closed_by")
    @Nullable String closedBy;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OpenedFallback() {}
}
