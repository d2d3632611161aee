package io.consentry.gateway.passon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose token a call came with.
 *
 * @param organisation that the token acts for
 * @param until when the token ends, and with it a live stream; null where that is not known
 */
public record Bearer(String organisation, @Nullable Instant until) {}
