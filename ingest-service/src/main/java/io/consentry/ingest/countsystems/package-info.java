/** Tells operators which systems make the messages, and how often practices reject what each of them made. */
@NullMarked
package io.consentry.ingest.countsystems;

import org.jspecify.annotations.NullMarked;
