/** What this service asks of the ingest service: what a person may read of a message, and the message as received. */
@NullMarked
package io.consentry.filing.askingest;

import org.jspecify.annotations.NullMarked;
