/** Tests of comparing documents. */
@NullMarked
package io.consentry.filing.comparereplacement;

import org.jspecify.annotations.NullMarked;
