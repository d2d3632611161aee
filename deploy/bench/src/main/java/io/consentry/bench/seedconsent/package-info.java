/** Fills the log of consent events with as many as a country would make in years: true events, only faster. */
@NullMarked
package io.consentry.bench.seedconsent;

import org.jspecify.annotations.NullMarked;
