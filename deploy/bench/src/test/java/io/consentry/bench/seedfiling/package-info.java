@NullMarked
package io.consentry.bench.seedfiling;

import org.jspecify.annotations.NullMarked;
