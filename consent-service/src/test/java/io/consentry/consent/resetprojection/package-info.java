/** What the events say is put back, and nothing else. */
@NullMarked
package io.consentry.consent.resetprojection;

import org.jspecify.annotations.NullMarked;
