@NullMarked
package io.consentry.consent.answerdecision;

import org.jspecify.annotations.NullMarked;
