/** A service that was added elsewhere is known here soon. */
@NullMarked
package io.consentry.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
