/** Building the tables people read anew from the events, while the old ones go on answering. */
@NullMarked
package io.consentry.filing.rebuildviews;

import org.jspecify.annotations.NullMarked;
