@NullMarked
package io.consentry.bench.startsuite;

import org.jspecify.annotations.NullMarked;
