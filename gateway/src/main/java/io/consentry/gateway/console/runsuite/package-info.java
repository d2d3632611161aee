/** Whether all parts of the suite run, and what waits for whoever runs it. */
@NullMarked
package io.consentry.gateway.console.runsuite;

import org.jspecify.annotations.NullMarked;
