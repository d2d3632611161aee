/** Where a practice's switches stand, now or at any time. */
@NullMarked
package io.consentry.consent.showstate;

import org.jspecify.annotations.NullMarked;
