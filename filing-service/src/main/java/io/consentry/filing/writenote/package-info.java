/** Notes: what people at the practice write to each other about an item. */
@NullMarked
package io.consentry.filing.writenote;

import org.jspecify.annotations.NullMarked;
