package io.consentry.ingest.tellsender;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.consentry.ingest.keepmessage.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of a pharmacy's own messages, the oldest first.
 *
 * @param next give it as {@code after} to go on; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MessagePage")
record MessagePage(List<Line> messages, @Nullable String next) {

    /** One message. */
    @Schema(name = "MessageLine")
    record Line(UUID id, String messageId, String practice, String service, Instant receivedAt, String status) {

        static Line of(KeptMessage message) {
            return new Line(
                    message.id(),
                    message.identifier(),
                    message.practice(),
                    message.service(),
                    message.receivedAt(),
                    message.status());
        }
    }

    static MessagePage of(List<KeptMessage> found, int limit) {
        Page<KeptMessage> page = Page.of(found, limit, KeptMessage::id);
        return new MessagePage(page.rows().stream().map(Line::of).toList(), page.next());
    }
}
