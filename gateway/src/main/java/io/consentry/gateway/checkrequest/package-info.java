/** Looks at every request before anything else does: whether it is unambiguous, small, and one that is listed. */
@NullMarked
package io.consentry.gateway.checkrequest;

import org.jspecify.annotations.NullMarked;
