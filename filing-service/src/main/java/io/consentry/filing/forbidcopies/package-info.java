/** Keeps what is answered from being kept on the way. */
@NullMarked
package io.consentry.filing.forbidcopies;

import org.jspecify.annotations.NullMarked;
