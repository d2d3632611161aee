/** The item: one accepted message, what has happened to it, and what may still be done with it. */
@NullMarked
package io.consentry.filing.item;

import org.jspecify.annotations.NullMarked;
