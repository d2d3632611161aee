/** How much of an answer a caller would rather have. */
@NullMarked
package io.consentry.web.prefer;

import org.jspecify.annotations.NullMarked;
