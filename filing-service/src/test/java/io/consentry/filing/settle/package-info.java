/** Tests of a practice's settings. */
@NullMarked
package io.consentry.filing.settle;

import org.jspecify.annotations.NullMarked;
