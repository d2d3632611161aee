/** Whoever tried to move somebody else's switch is recorded, and a flood of attempts is counted. */
@NullMarked
package io.consentry.consent.recordattempt;

import org.jspecify.annotations.NullMarked;
