/** Whether a practice has opted out since its items were received, as the consent service says. */
@NullMarked
package io.consentry.filing.askconsent;

import org.jspecify.annotations.NullMarked;
