/** How a practice's worklist works: the time to undo, filing several at once, what is filed and what patients see. */
@NullMarked
package io.consentry.gateway.console.settlework;

import org.jspecify.annotations.NullMarked;
