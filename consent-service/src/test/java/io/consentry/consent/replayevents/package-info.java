@NullMarked
package io.consentry.consent.replayevents;

import org.jspecify.annotations.NullMarked;
