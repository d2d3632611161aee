/** Counts what senders still owe, so that nobody has to look for it. */
@NullMarked
package io.consentry.ingest.countduties;

import org.jspecify.annotations.NullMarked;
