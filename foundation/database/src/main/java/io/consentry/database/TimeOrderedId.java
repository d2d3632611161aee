package io.consentry.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * Ids in the order of time: UUID version 7 (RFC 9562), milliseconds first, then the fraction of the millisecond, then
 * chance. New rows meet in one warm corner of an index.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long NANOS_IN_A_MILLI = 1_000_000;
    private static final int FRACTION_STEPS = 1 << 12;

    private TimeOrderedId() {}

    /** A new id for something that happened then. */
    public static UUID at(Instant instant) {
        return new UUID(most(instant), RANDOM.nextLong() >>> 2 | VARIANT);
    }

    /** The smallest id that something which happened then can have. */
    public static UUID firstAt(Instant instant) {
        return new UUID(most(instant), 0);
    }

    private static long most(Instant instant) {
        long fraction = instant.get(ChronoField.NANO_OF_SECOND) % NANOS_IN_A_MILLI * FRACTION_STEPS / NANOS_IN_A_MILLI;
        return instant.toEpochMilli() << 16 | VERSION_7 | fraction;
    }
}
