/** Whether a message may pass, asked by the services that deliver. */
@NullMarked
package io.consentry.consent.answerdecision;

import org.jspecify.annotations.NullMarked;
