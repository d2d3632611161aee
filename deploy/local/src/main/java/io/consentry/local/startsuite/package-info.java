/** Starts the suite and shows how far it is. */
@NullMarked
package io.consentry.local.startsuite;

import org.jspecify.annotations.NullMarked;
