/** What is measured of the log of consent events. */
@NullMarked
package io.consentry.bench.consentrows;

import org.jspecify.annotations.NullMarked;
