@NullMarked
package io.consentry.ingest.askconsent;

import org.jspecify.annotations.NullMarked;
