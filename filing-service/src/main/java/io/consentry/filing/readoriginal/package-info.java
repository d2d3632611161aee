/** Reads the message as received as FHIR STU3, and writes what is made from it. */
@NullMarked
package io.consentry.filing.readoriginal;

import org.jspecify.annotations.NullMarked;
