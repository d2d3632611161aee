/** Asks whether a practice takes a service's messages: one read begun after the message arrived, never cached. */
@NullMarked
package io.consentry.ingest.askconsent;

import org.jspecify.annotations.NullMarked;
