/** Recalls: an operator names what was sent wrongly, every item that holds it is found, and each practice confirms. */
@NullMarked
package io.consentry.filing.recallitems;

import org.jspecify.annotations.NullMarked;
