@NullMarked
package io.consentry.consent.moveswitch;

import org.jspecify.annotations.NullMarked;
