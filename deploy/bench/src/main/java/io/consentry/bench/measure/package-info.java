/** What a benchmark is made of: rows, each measured in turn with the limit it is held against. */
@NullMarked
package io.consentry.bench.measure;

import org.jspecify.annotations.NullMarked;
