/** Tests of reminders. */
@NullMarked
package io.consentry.filing.remindofunread;

import org.jspecify.annotations.NullMarked;
