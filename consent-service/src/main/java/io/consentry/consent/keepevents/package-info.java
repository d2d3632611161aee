/** Keeps every event with its place, its time and its proof: the leaf, the commitment, and the row that can be erased. */
@NullMarked
package io.consentry.consent.keepevents;

import org.jspecify.annotations.NullMarked;
