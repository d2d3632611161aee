/** Everything that happened, in order: a practice's own history, and the whole log for auditors. */
@NullMarked
package io.consentry.consent.replayevents;

import org.jspecify.annotations.NullMarked;
