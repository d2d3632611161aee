@NullMarked
package io.consentry.consent.decide;

import org.jspecify.annotations.NullMarked;
