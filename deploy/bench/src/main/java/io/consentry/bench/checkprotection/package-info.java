/** Tries whether what protects messages is on in the suite that is measured. */
@NullMarked
package io.consentry.bench.checkprotection;

import org.jspecify.annotations.NullMarked;
