/** Lets a sender take a message back: out of its queue at once, out of a practice's worklist through the feed. */
@NullMarked
package io.consentry.ingest.withdrawmessage;

import org.jspecify.annotations.NullMarked;
