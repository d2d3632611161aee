/** Calls a suite through its gateway, as anybody outside does. */
@NullMarked
package io.consentry.local.callsuite;

import org.jspecify.annotations.NullMarked;
