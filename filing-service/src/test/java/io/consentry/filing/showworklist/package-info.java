/** The worklist by itself, without a database. */
@NullMarked
package io.consentry.filing.showworklist;

import org.jspecify.annotations.NullMarked;
