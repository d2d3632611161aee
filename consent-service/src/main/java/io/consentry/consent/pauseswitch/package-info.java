/** Anybody at a practice can stop its messages at once. */
@NullMarked
package io.consentry.consent.pauseswitch;

import org.jspecify.annotations.NullMarked;
