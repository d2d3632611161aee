package io.consentry.ingest.tellsender;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.keepmessage.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param messageId what the sender called it
 * @param status where it stands
 * @param replaces the earlier message that it replaces
 * @param replacedBy the later message that replaces it
 * @param timeline every step so far, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MessageStory")
record MessageStory(
        UUID id,
        String messageId,
        String practice,
        String pharmacy,
        String service,
        Instant receivedAt,
        String status,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        List<Step> timeline) {

    /**
     * One step.
     *
     * @param by the organisation that took it, absent where nobody but the suite did
     * @param reason a listed code
     * @param note what the practice wrote to the sender beside its rejection
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MessageStep")
    record Step(
            String status,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String note) {

        private static Step of(TimelineEntry entry) {
            return new Step(entry.status(), entry.at(), entry.byWhom(), entry.reason(), null);
        }

        private Step with(String words) {
            return MessageStatus.REJECTED.word().equals(status) ? new Step(status, at, by, reason, words) : this;
        }

        /** Prints none of the words. */
        @Override
        public String toString() {
            return "Step[" + status + "]";
        }
    }

    static MessageStory of(KeptMessage message, @Nullable UUID replacedBy, List<TimelineEntry> timeline) {
        return new MessageStory(
                message.id(),
                message.identifier(),
                message.practice(),
                message.sender(),
                message.service(),
                message.receivedAt(),
                message.status(),
                message.replaces(),
                replacedBy,
                timeline.stream().map(Step::of).toList());
    }

    /** The same, with what the practice wrote beside its rejection. */
    MessageStory with(String note) {
        return new MessageStory(
                id,
                messageId,
                practice,
                pharmacy,
                service,
                receivedAt,
                status,
                replaces,
                replacedBy,
                timeline.stream().map(step -> step.with(note)).toList());
    }
}
