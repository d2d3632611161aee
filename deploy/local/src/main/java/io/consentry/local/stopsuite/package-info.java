/** Stops the suite, whoever started it. */
@NullMarked
package io.consentry.local.stopsuite;

import org.jspecify.annotations.NullMarked;
