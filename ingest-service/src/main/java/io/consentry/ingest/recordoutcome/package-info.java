/** Records what a person at the practice did with a message, so that its sender hears of it. */
@NullMarked
package io.consentry.ingest.recordoutcome;

import org.jspecify.annotations.NullMarked;
