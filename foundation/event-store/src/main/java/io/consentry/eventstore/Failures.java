package io.consentry.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;

/** What fails inside the framework, as callers get it. */
final class Failures {

    private Failures() {}

    /** The same where it can be thrown anywhere; errors are thrown at once. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        return failure instanceof SQLException
                ? new JdbcException("A statement of this unit of work failed", failure)
                : new IllegalStateException("The unit of work failed", failure);
    }
}
