/** Who calls: the person or system a verified token names, the organisation it acts for, and its roles. */
@NullMarked
package io.consentry.web.caller;

import org.jspecify.annotations.NullMarked;
