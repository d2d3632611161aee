package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The practice takes messages, of those services that it opted into.
 *
 * @param practice ODS code
 *
 * @param reason a word of {@code clinical-safety}, {@code workload}, {@code governance}, {@code contract}, {@code trial},
 *     {@code other}
 * @param effectiveFrom when it takes effect; absent: as soon as it is recorded
 */
@RegisterForReflection
public record PracticeOptedIn(
        String practice, String reason, @Nullable Instant effectiveFrom, Actor actor) implements SwitchMoved {

    @Override
    public Decision decision() {
        return Decision.OPTED_IN;
    }
}
