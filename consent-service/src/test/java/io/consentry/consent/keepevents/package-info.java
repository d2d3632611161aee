@NullMarked
package io.consentry.consent.keepevents;

import org.jspecify.annotations.NullMarked;
