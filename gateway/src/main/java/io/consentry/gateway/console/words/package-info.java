/** How the pages say what the suite says in codes: statuses, reasons, services, times. */
@NullMarked
package io.consentry.gateway.console.words;

import org.jspecify.annotations.NullMarked;
