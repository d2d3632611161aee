/** The services a practice can be asked to take messages of. */
@NullMarked
package io.consentry.consent.catalogue;

import org.jspecify.annotations.NullMarked;
