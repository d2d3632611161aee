/** How long the suite takes to be ready, when everything was there before. */
@NullMarked
package io.consentry.bench.startrows;

import org.jspecify.annotations.NullMarked;
