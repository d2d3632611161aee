/** The only public door of the suite: verifies who calls, decides whether they may, and passes the call on. */
@NullMarked
package io.consentry.gateway;

import org.jspecify.annotations.NullMarked;
