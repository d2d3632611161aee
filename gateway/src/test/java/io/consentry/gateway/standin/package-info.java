/** Real HTTP servers that stand for the services behind the gateway. */
@NullMarked
package io.consentry.gateway.standin;

import org.jspecify.annotations.NullMarked;
