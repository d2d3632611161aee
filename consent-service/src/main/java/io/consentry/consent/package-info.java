/** The practices' switches: who decided what, when it took effect, and who only tried. */
@NullMarked
package io.consentry.consent;

import org.jspecify.annotations.NullMarked;
