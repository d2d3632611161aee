package io.consentry.ingest.followmessages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of one message.
 *
 * @param id of the message, as answered when it was sent
 * @param messageId what the sender called it
 * @param status where it stands, or what was asked
 * @param by the organisation that took the step, absent where nobody but the suite did
 * @param reason a listed code
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MessageNews")
record News(
        UUID id,
        String messageId,
        String practice,
        String service,
        String status,
        Instant at,
        @Nullable String by,
        @Nullable String reason) {

    /** At its place. */
    record Placed(Place place, News news) {}
}
