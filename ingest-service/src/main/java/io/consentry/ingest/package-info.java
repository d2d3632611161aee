/** Makes a pharmacy's message durable, reads and checks it, and tells what became of it. */
@NullMarked
package io.consentry.ingest;

import org.jspecify.annotations.NullMarked;
