package io.consentry.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A practice said where a refused consultation is to be delivered instead.
 *
 * @param practice ODS code of the practice
 * @param at when it said so
 * @param address an e-mail address of the practice; absent where the deployment's own way holds again
 */
public record FallbackAddressSet(
        String practice, Instant at, @Nullable String address) implements PracticeEvent {}
