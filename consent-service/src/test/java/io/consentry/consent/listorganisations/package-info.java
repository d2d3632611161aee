/** What the directory takes and refuses, and what an organisation that is not in it meets. */
@NullMarked
package io.consentry.consent.listorganisations;

import org.jspecify.annotations.NullMarked;
