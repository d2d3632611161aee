/** What was filed, as a FHIR document that the clinical system can take: the original without what was left out. */
@NullMarked
package io.consentry.filing.showfiled;

import org.jspecify.annotations.NullMarked;
