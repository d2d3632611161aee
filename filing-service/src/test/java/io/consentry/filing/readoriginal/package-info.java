/** Tests of reading and writing FHIR. */
@NullMarked
package io.consentry.filing.readoriginal;

import org.jspecify.annotations.NullMarked;
