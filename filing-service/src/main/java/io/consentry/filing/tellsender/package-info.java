/** Tells the sender's side what became of a message, once the time to undo it has passed. */
@NullMarked
package io.consentry.filing.tellsender;

import org.jspecify.annotations.NullMarked;
