/** Tests of the filing service as its callers see it. */
@NullMarked
package io.consentry.filing;

import org.jspecify.annotations.NullMarked;
