@NullMarked
package io.consentry.consent.replaylog;

import org.jspecify.annotations.NullMarked;
