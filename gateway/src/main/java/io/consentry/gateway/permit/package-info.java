/** Who may make which call: the one list of everything that passes the front door. */
@NullMarked
package io.consentry.gateway.permit;

import org.jspecify.annotations.NullMarked;
