/** Who may decide for a practice: an unbroken chain of grants, each an event. */
@NullMarked
package io.consentry.consent.grantmandate;

import org.jspecify.annotations.NullMarked;
