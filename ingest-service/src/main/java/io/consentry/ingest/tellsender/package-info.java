/** Tells a sender what became of its messages. */
@NullMarked
package io.consentry.ingest.tellsender;

import org.jspecify.annotations.NullMarked;
