package io.consentry.ingest.openfallback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A duty to deliver a refused consultation another way.
 *
 * @param messageId what the sender called the refused message
 * @param status {@code open}, {@code proven} or {@code delivered}
 * @param overdue whether it is open for longer than it should be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FallbackDuty")
record Duty(
        UUID id,
        String practice,
        String service,
        String messageId,
        String channel,
        String address,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        boolean overdue) {

    static final String OPEN = "open";
    /** Asked for only: an open duty is told as open, and as overdue beside that. */
    static final String OVERDUE = "overdue";

    static final String PROVEN = "proven";
    static final String DELIVERED = "delivered";

    static Duty of(OpenedFallback row, Instant now, Duration overdueAfter) {
        boolean open = row.closedAt == null;
        return new Duty(
                row.id,
                row.practice,
                row.service,
                row.identifier,
                row.channel,
                row.address,
                open ? OPEN : "proof".equals(row.closedBy) ? PROVEN : DELIVERED,
                row.openedAt,
                row.closedAt,
                open && row.openedAt.plus(overdueAfter).isBefore(now));
    }

    /**
     * Some of a pharmacy's duties, the oldest first.
     *
     * @param next give it as {@code after} to go on; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FallbackPage")
    record Page(List<Duty> fallbacks, @Nullable String next) {}
}
