/** Verifies an exported log offline: nothing is asked of the suite, and no code of it is used. */
@NullMarked
package io.consentry.local.verifylog;

import org.jspecify.annotations.NullMarked;
