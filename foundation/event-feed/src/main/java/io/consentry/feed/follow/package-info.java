/** Acts on what other services tell: its own position moves in the same transaction as the effects. */
@NullMarked
package io.consentry.feed.follow;

import org.jspecify.annotations.NullMarked;
