/** The benchmark: what the suite does, as a share of what the machine can do. */
@NullMarked
package io.consentry.bench;

import org.jspecify.annotations.NullMarked;
