/** What practices, pharmacies, auditors and operators look at in a browser. */
@NullMarked
package io.consentry.gateway.console;

import org.jspecify.annotations.NullMarked;
