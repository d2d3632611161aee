/** Which items hold which codes, so that a wrong code can be found in every item without opening any. */
@NullMarked
package io.consentry.filing.indexcodes;

import org.jspecify.annotations.NullMarked;
