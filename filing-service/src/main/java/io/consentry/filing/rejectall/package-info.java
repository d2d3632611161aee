/** Rejecting in one act what still waits of a service that the practice has opted out of. */
@NullMarked
package io.consentry.filing.rejectall;

import org.jspecify.annotations.NullMarked;
