/** Who is let in: people who work at the practice, and nobody else. */
@NullMarked
package io.consentry.filing.admitstaff;

import org.jspecify.annotations.NullMarked;
