/** Assigning: a person asks a colleague, or themselves, to decide. */
@NullMarked
package io.consentry.filing.assignitem;

import org.jspecify.annotations.NullMarked;
