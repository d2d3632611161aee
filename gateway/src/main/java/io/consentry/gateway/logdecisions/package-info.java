/** Writes down every decision about who may do what, for those who look for misuse. */
@NullMarked
package io.consentry.gateway.logdecisions;

import org.jspecify.annotations.NullMarked;
