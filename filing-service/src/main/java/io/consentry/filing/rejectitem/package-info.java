/** Rejecting: a person at the practice keeps an item out of the record, for one of the listed reasons. */
@NullMarked
package io.consentry.filing.rejectitem;

import org.jspecify.annotations.NullMarked;
