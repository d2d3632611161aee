@NullMarked
package io.consentry.consent.recordattempt;

import org.jspecify.annotations.NullMarked;
