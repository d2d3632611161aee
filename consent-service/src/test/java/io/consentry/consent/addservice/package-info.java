/** A new service is off everywhere, and every service of the suite hears of it. */
@NullMarked
package io.consentry.consent.addservice;

import org.jspecify.annotations.NullMarked;
