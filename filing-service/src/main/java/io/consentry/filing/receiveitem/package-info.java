/** Turns accepted messages into items: follows what the ingest service announces and fetches what a person may read. */
@NullMarked
package io.consentry.filing.receiveitem;

import org.jspecify.annotations.NullMarked;
