package io.consentry.filing.settle;

import io.consentry.filing.item.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Settle how a practice's worklist works.
 *
 * @param stream the settings of one practice, see {@link #streamOf}
 * @param seenVersion how many changes the person has seen
 * @param notesToSenders absent to leave it as it is
 * @param preTicked absent to leave it as it is
 */
@RegisterForReflection
record ChangeSettings(
        @TargetAggregateIdentifier String stream,
        String practice,
        long seenVersion,
        long undoSeconds,
        boolean bulkFiling,
        boolean patientVisible,
        @Nullable String fallbackAddress,
        @Nullable Boolean notesToSenders,
        @Nullable Map<String, List<String>> preTicked,
        Actor by,
        Instant at) {

    /** Apart from items, whose streams are named by message ids. */
    static String streamOf(String practice) {
        return "settings/" + practice;
    }
}
