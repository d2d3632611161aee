/** Changes are announced in good time, and practices say that they have read it. */
@NullMarked
package io.consentry.consent.announcechange;

import org.jspecify.annotations.NullMarked;
