/** Fills the ingest service's store with messages of the past. */
@NullMarked
package io.consentry.bench.seedingest;

import org.jspecify.annotations.NullMarked;
