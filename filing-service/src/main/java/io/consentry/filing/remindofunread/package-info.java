/** Tells both sides of messages that nobody at the practice has looked at for a working day. */
@NullMarked
package io.consentry.filing.remindofunread;

import org.jspecify.annotations.NullMarked;
