/** Says in the API document what every act on an item may be refused with. */
@NullMarked
package io.consentry.filing.describerefusals;

import org.jspecify.annotations.NullMarked;
