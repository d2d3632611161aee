/** Rows that are written together: one statement, however many there are. */
@NullMarked
package io.consentry.filing.writerows;

import org.jspecify.annotations.NullMarked;
