/** The rows about the worklist: pages, filing, rebuilding and recalling. */
@NullMarked
package io.consentry.bench.filingrows;

import org.jspecify.annotations.NullMarked;
