/** Lets what several requests want at the same moment be asked for, or kept, together. */
@NullMarked
package io.consentry.gather;

import org.jspecify.annotations.NullMarked;
