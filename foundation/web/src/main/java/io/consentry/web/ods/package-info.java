/** Organisations, named by their ODS code. */
@NullMarked
package io.consentry.web.ods;

import org.jspecify.annotations.NullMarked;
