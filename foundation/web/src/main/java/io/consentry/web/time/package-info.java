/** The one clock of a service. */
@NullMarked
package io.consentry.web.time;

import org.jspecify.annotations.NullMarked;
