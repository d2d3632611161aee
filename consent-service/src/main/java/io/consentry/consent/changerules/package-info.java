/** The rules that bind everybody are changed in sight of everybody. */
@NullMarked
package io.consentry.consent.changerules;

import org.jspecify.annotations.NullMarked;
