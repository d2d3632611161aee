/** Tells a visitor what this is. */
@NullMarked
package io.consentry.gateway.welcome;

import org.jspecify.annotations.NullMarked;
