/** A pharmacy's own messages: what became of them, what was refused, and what has to be done about it. */
@NullMarked
package io.consentry.gateway.console.followmessages;

import org.jspecify.annotations.NullMarked;
