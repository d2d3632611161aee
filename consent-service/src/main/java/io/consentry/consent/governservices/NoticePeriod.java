package io.consentry.consent.governservices;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a notice must run, now and later.
 *
 * @param present what holds until {@code from}
 * @param next what holds then, where a shorter one waits
 * @param from when the next one takes effect
 */
@RegisterForReflection
record NoticePeriod(
        Duration present, @Nullable Duration next, @Nullable Instant from) {

    static NoticePeriod of(Duration present) {
        return new NoticePeriod(present, null, null);
    }

    Duration inForceAt(Instant time) {
        return next == null || from == null || from.isAfter(time) ? present : next;
    }
}
