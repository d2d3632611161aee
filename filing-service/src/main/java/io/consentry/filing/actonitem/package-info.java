/** How a person's act reaches an item: who may, based on which version, and what is answered. */
@NullMarked
package io.consentry.filing.actonitem;

import org.jspecify.annotations.NullMarked;
