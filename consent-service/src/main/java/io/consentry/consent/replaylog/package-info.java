/** Makes the state anew from the first event, while the live one goes on, and says where the two differ. */
@NullMarked
package io.consentry.consent.replaylog;

import org.jspecify.annotations.NullMarked;
