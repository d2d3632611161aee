@NullMarked
package io.consentry.bench.callservice;

import org.jspecify.annotations.NullMarked;
