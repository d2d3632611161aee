/** Calls the suite's public API as the person at the browser, with nobody's rights but theirs. */
@NullMarked
package io.consentry.gateway.console.callsuite;

import org.jspecify.annotations.NullMarked;
