package io.consentry.eventstore;

import org.axonframework.messaging.ResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was sent together with others.
 *
 * @param given what its handler gave back
 * @param refusal why it was refused; absent where it was not
 */
public record CommandAnswer<R>(@Nullable R given, @Nullable RuntimeException refusal) {

    static <R> CommandAnswer<R> of(ResultMessage<? extends R> result) {
        return result.isExceptional()
                ? new CommandAnswer<>(null, Failures.unchecked(result.exceptionResult()))
                : new CommandAnswer<>(result.getPayload(), null);
    }

    /** Whether its handler refused it with such an exception. */
    public boolean isRefusedBy(Class<? extends RuntimeException> kind) {
        return kind.isInstance(refusal);
    }

    /**
     * What its handler gave back.
     *
     * @throws RuntimeException its refusal
     */
    @SuppressWarnings("NullAway") // a handler that is not refused gives back what its sender expects
    public R get() {
        if (refusal != null) {
            throw refusal;
        }
        return given;
    }
}
