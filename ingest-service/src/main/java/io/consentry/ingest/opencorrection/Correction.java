package io.consentry.ingest.opencorrection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A duty to correct what reached the wrong practice or the wrong patient.
 *
 * @param updateRecord the rejected message, as answered when it was sent
 * @param messageId what the sender called it
 * @param reason why the practice rejected it, a listed code
 * @param status {@code open} or {@code corrected}
 * @param action what the sender said it did; absent while it is open
 * @param overdue whether it is open for longer than it should be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CorrectionDuty")
record Correction(
        UUID id,
        UUID updateRecord,
        String messageId,
        String practice,
        String service,
        String reason,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String action,
        boolean overdue) {

    static final String OPEN = "open";
    /** Asked for only: an open duty is told as open, and as overdue beside that. */
    static final String OVERDUE = "overdue";

    static final String CORRECTED = "corrected";

    static Correction of(OpenedCorrection row, Instant now, Duration overdueAfter) {
        boolean open = row.closedAt == null;
        return new Correction(
                row.id,
                row.message,
                row.identifier,
                row.practice,
                row.service,
                row.reason,
                open ? OPEN : CORRECTED,
                row.openedAt,
                row.closedAt,
                row.action,
                open && row.openedAt.plus(overdueAfter).isBefore(now));
    }

    /**
     * Some of a pharmacy's duties, the oldest first.
     *
     * @param next give it as {@code after} to go on; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionPage")
    record Page(List<Correction> corrections, @Nullable String next) {}
}
