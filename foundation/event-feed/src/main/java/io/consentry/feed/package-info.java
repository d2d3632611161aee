/** How events travel between services: ordered, gapless, at least once, replayable from zero. */
@NullMarked
package io.consentry.feed;

import org.jspecify.annotations.NullMarked;
