/** Everything a reviewer needs to decide about one item, and what became of it. */
@NullMarked
package io.consentry.filing.showitem;

import org.jspecify.annotations.NullMarked;
