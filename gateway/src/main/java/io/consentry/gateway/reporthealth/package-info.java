/** Reports whether the suite is ready, and the gateway's own numbers to its operator. */
@NullMarked
package io.consentry.gateway.reporthealth;

import org.jspecify.annotations.NullMarked;
