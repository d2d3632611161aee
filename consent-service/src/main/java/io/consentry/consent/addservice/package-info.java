/** New services come into the catalogue, opted out everywhere. */
@NullMarked
package io.consentry.consent.addservice;

import org.jspecify.annotations.NullMarked;
