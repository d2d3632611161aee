/** Tells the sender's side what became of a message, as soon as nobody can undo it. */
@NullMarked
package io.consentry.filing.tellsender;

import org.jspecify.annotations.NullMarked;
