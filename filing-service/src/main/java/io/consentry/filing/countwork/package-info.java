/** How much work messages make at a practice: counts and times, never a patient. */
@NullMarked
package io.consentry.filing.countwork;

import org.jspecify.annotations.NullMarked;
