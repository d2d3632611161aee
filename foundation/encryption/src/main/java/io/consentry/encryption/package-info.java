/** Keeps clinical content unreadable at rest, bound to its place, and erasable. */
@NullMarked
package io.consentry.encryption;

import org.jspecify.annotations.NullMarked;
