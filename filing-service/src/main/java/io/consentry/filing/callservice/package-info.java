/** Calls to the other services of the suite, on their internal paths. */
@NullMarked
package io.consentry.filing.callservice;

import org.jspecify.annotations.NullMarked;
