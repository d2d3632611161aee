package io.consentry.eventstore;

import org.axonframework.common.AxonException;

/** What commands appended cannot be told ahead of the processor; nothing of it is committed. */
final class CannotBeToldAhead extends AxonException {

    private static final long serialVersionUID = 1L;

    CannotBeToldAhead(Throwable cause) {
        super("What was appended cannot be told in its own transaction", cause);
    }
}
