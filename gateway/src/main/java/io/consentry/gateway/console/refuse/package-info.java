/** A page that cannot be shown, and why. */
@NullMarked
package io.consentry.gateway.console.refuse;

import org.jspecify.annotations.NullMarked;
