/** Starts the suite that is measured, with everything on. */
@NullMarked
package io.consentry.bench.startsuite;

import org.jspecify.annotations.NullMarked;
