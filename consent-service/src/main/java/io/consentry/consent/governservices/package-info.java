/** What holds for all practices together: notices and their period, services, rules. It never moves a switch. */
@NullMarked
package io.consentry.consent.governservices;

import org.jspecify.annotations.NullMarked;
