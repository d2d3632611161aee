/** Lets the safeguards work in the modes that were decided for all and recorded. */
@NullMarked
package io.consentry.ingest.followrules;

import org.jspecify.annotations.NullMarked;
