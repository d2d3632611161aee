/** Fills the filing service's store with items as they would stand there after years: true events and sealed content. */
@NullMarked
package io.consentry.bench.seedfiling;

import org.jspecify.annotations.NullMarked;
