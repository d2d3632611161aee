/** Whether what is stored makes the suite slower: it is held against a suite that has hardly anything. */
@NullMarked
package io.consentry.bench.growthrows;

import org.jspecify.annotations.NullMarked;
