/** The command line of the suite on one machine. */
@NullMarked
package io.consentry.local;

import org.jspecify.annotations.NullMarked;
