package io.consentry.eventstore;

import org.axonframework.common.AxonException;

/** Nothing is known to be wrong with an event: the whole batch is tried again. */
final class TryTheBatchAgain extends AxonException {

    private static final long serialVersionUID = 1L;

    TryTheBatchAgain(Throwable cause) {
        super("The batch cannot be applied as it is", cause);
    }
}
