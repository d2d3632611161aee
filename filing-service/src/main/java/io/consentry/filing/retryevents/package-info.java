/** Events that could not be applied: seen by the operator, in health and in metrics, and tried again after a fix. */
@NullMarked
package io.consentry.filing.retryevents;

import org.jspecify.annotations.NullMarked;
