/** Looks at connections before there is a request: how many one address holds, and how long a request's head takes. */
@NullMarked
package io.consentry.gateway.watchconnections;

import org.jspecify.annotations.NullMarked;
