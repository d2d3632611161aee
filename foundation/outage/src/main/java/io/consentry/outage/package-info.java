/** Tells callers that the database is away or takes nothing, and when to ask again. */
@NullMarked
package io.consentry.outage;

import org.jspecify.annotations.NullMarked;
