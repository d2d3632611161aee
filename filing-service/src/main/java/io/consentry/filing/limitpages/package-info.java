/** Says how much of a list one answer holds. */
@NullMarked
package io.consentry.filing.limitpages;

import org.jspecify.annotations.NullMarked;
