package io.consentry.consent.replaylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as far as it has come.
 *
 * @param status {@code running}, also while it waits for another, {@code done}, or
 *     {@code interrupted} where no service has been at it for a minute
 * @param upTo position of the last event that it takes in
 * @param replayed position it has come to
 * @param differences how many decisions, organisations, services and changes of rules the live state has wrong,
 *     or lacks, or has too many; known once done
 * @param examples the first of them; absent in a list, which says nothing of what stands in the log
 */
@Schema(name = "Replay")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayRun(
        String id,

        @Schema(enumeration = {"running", "done", "interrupted"})
        String status,

        Instant askedAt,
        long upTo,
        long replayed,
        long differences,
        @Nullable List<Difference> examples) {

    /**
     * A decision that the live state does not have as the events say; or an organisation, a service, or a change of a rule.
     *
     * @param practice whose decision it is; or which organisation, service, or rule
     * @param live absent where the live state lacks it; where an event is stored otherwise than it is proven, the first
     * @param replayed absent where no event says it
     */
    @Schema(name = "ReplayDifference")
    record Difference(
            long position,
            String practice,
            @Nullable String live,
            @Nullable String replayed) {}
}
