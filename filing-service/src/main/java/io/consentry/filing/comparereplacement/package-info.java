/** Shows a reviewer how a newer document differs from the one it replaces. */
@NullMarked
package io.consentry.filing.comparereplacement;

import org.jspecify.annotations.NullMarked;
