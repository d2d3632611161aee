/** Undoing: a person takes a decision back while nobody outside has heard of it. */
@NullMarked
package io.consentry.filing.undodecision;

import org.jspecify.annotations.NullMarked;
