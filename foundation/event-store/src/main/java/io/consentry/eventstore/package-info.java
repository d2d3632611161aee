/** Event sourcing on PostgreSQL: Axon Framework wired once, so that no service meets its traps a second time. */
@NullMarked
package io.consentry.eventstore;

import org.jspecify.annotations.NullMarked;
