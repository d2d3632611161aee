/** Tests of how an item is told to a reviewer. */
@NullMarked
package io.consentry.filing.showitem;

import org.jspecify.annotations.NullMarked;
