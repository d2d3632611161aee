/** What is measured of the way of a message: taken, durable, answered, and seen in the worklist. */
@NullMarked
package io.consentry.bench.acceptrows;

import org.jspecify.annotations.NullMarked;
