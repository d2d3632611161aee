/** Keeps what a person may read of an item: sealed, bound to its practice, and erasable. */
@NullMarked
package io.consentry.filing.keepcontent;

import org.jspecify.annotations.NullMarked;
