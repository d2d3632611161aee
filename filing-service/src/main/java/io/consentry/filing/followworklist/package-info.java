/** Live changes of a worklist, for a page that is open. */
@NullMarked
package io.consentry.filing.followworklist;

import org.jspecify.annotations.NullMarked;
