/** Looks at a running suite: its addresses, its state, its logs. */
@NullMarked
package io.consentry.local.watchsuite;

import org.jspecify.annotations.NullMarked;
