/** What time it is, as precisely as the database keeps it. */
@NullMarked
package io.consentry.filing.telltime;

import org.jspecify.annotations.NullMarked;
