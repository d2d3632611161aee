@NullMarked
package io.consentry.consent.pauseswitch;

import org.jspecify.annotations.NullMarked;
