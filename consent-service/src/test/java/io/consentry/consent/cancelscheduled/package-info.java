@NullMarked
package io.consentry.consent.cancelscheduled;

import org.jspecify.annotations.NullMarked;
