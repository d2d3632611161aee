/** A file that proves by itself, offline, what was decided: events, their proofs, the signed head, and the key. */
@NullMarked
package io.consentry.consent.exportbundle;

import org.jspecify.annotations.NullMarked;
