/** Hands readable content to the other services of the suite, and the original as it was received. */
@NullMarked
package io.consentry.ingest.sharecontent;

import org.jspecify.annotations.NullMarked;
