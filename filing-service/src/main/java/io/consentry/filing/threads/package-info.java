/** Where blocking work runs: never on the event loop. */
@NullMarked
package io.consentry.filing.threads;

import org.jspecify.annotations.NullMarked;
