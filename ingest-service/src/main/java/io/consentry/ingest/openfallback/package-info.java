/** The sender's duty to deliver a refused consultation another way. */
@NullMarked
package io.consentry.ingest.openfallback;

import org.jspecify.annotations.NullMarked;
