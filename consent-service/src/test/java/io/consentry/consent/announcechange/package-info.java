/** Notices are issued in good time, read, and move nothing. */
@NullMarked
package io.consentry.consent.announcechange;

import org.jspecify.annotations.NullMarked;
