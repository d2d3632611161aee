/** What the suite's processes use while they work: processor time, memory, write-ahead log. */
@NullMarked
package io.consentry.bench.watchuse;

import org.jspecify.annotations.NullMarked;
