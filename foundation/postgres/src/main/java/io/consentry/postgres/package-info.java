/** A real, durable PostgreSQL with the suite's databases and roles, for the sandbox and for tests. */
@NullMarked
package io.consentry.postgres;

import org.jspecify.annotations.NullMarked;
