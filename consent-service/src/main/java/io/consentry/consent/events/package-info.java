/** What can happen to a practice's switch, as it is kept for ever: records, their stored names, their revisions. */
@NullMarked
package io.consentry.consent.events;

import org.jspecify.annotations.NullMarked;
