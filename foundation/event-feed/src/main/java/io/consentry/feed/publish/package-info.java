/** Tells other services what happened here: announced with its cause, numbered once committed, read by position. */
@NullMarked
package io.consentry.feed.publish;

import org.jspecify.annotations.NullMarked;
