/** Decisions that will take effect later are listed, and taken back. */
@NullMarked
package io.consentry.consent.cancelscheduled;

import org.jspecify.annotations.NullMarked;
