/** Proves the log: its events are leaves of a Merkle tree whose head is signed, so that no past can be rewritten unseen. */
@NullMarked
package io.consentry.consent.provelog;

import org.jspecify.annotations.NullMarked;
