/** The worklist of a practice: kept from events, read in pages, urgent first, then oldest. */
@NullMarked
package io.consentry.filing.showworklist;

import org.jspecify.annotations.NullMarked;
