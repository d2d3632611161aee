/** What was made of the events is made anew from the first one, in place. */
@NullMarked
package io.consentry.consent.resetprojection;

import org.jspecify.annotations.NullMarked;
