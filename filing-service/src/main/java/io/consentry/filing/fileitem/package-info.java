/** Filing: a person at the practice puts an item into the record, in one act. */
@NullMarked
package io.consentry.filing.fileitem;

import org.jspecify.annotations.NullMarked;
