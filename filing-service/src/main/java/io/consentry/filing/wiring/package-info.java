/** Where the parts of the filing service are put together. */
@NullMarked
package io.consentry.filing.wiring;

import org.jspecify.annotations.NullMarked;
