/** One consultation as a clinician reads it, and what can be done with it. */
@NullMarked
package io.consentry.gateway.console.reviewitem;

import org.jspecify.annotations.NullMarked;
