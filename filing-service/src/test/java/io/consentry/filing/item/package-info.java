/** Tests of the item. */
@NullMarked
package io.consentry.filing.item;

import org.jspecify.annotations.NullMarked;
