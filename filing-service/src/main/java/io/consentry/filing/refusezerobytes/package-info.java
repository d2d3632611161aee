/** Refuses what no text in the database can hold. */
@NullMarked
package io.consentry.filing.refusezerobytes;

import org.jspecify.annotations.NullMarked;
