/** The practice moves its switch, and nobody else does. */
@NullMarked
package io.consentry.consent.moveswitch;

import org.jspecify.annotations.NullMarked;
