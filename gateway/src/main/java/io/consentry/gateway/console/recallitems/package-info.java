/** Calling back what was sent wrongly, how far each practice is with it, and looking at it again. */
@NullMarked
package io.consentry.gateway.console.recallitems;

import org.jspecify.annotations.NullMarked;
