package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person asked a colleague, or themselves, to decide.
 *
 * @param to subject of the colleague's tokens; absent where nobody in particular shall decide
 */
@RegisterForReflection
public record ItemAssigned(
        String itemId, String practice, @Nullable String to, Actor by, Instant at) implements ItemEvent {}
