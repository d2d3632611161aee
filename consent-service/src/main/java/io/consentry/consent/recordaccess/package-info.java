/** Whoever reads, exports or replays the log is recorded too, in a stream of its own. */
@NullMarked
package io.consentry.consent.recordaccess;

import org.jspecify.annotations.NullMarked;
