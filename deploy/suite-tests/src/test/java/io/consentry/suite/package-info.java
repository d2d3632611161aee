/** The suite as a whole, as real processes: its journey, its refusals, and what survives a crash. */
@NullMarked
package io.consentry.suite;

import org.jspecify.annotations.NullMarked;
