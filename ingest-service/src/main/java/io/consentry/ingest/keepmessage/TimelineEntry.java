package io.consentry.ingest.keepmessage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code timeline_entry}: one step of what became of a message. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    long number;

    @Column(name = "message_id")
    UUID messageId;

    String status;
    Instant at;

    @Column(name = "by_whom")
    @Nullable String byWhom;

    @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected TimelineEntry() {}

    public String status() {
        return status;
    }

    public Instant at() {
        return at;
    }

    public @Nullable String byWhom() {
        return byWhom;
    }

    public @Nullable String reason() {
        return reason;
    }
}
