/** Carries an admitted call to its service and the answer back, as streams, without surprises. */
@NullMarked
package io.consentry.gateway.passon;

import org.jspecify.annotations.NullMarked;
