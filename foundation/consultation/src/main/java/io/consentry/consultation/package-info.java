/** What a pharmacy tells a practice about one consultation, in the suite's own words rather than in FHIR's. */
@NullMarked
package io.consentry.consultation;

import org.jspecify.annotations.NullMarked;
