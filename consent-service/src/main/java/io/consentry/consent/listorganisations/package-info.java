/** The directory: which organisations there are, open or closed, and who took their work over. */
@NullMarked
package io.consentry.consent.listorganisations;

import org.jspecify.annotations.NullMarked;
