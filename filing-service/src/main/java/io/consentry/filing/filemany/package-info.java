/** Filing several items in one act: plain ones that this reviewer has opened, where the practice allows it. */
@NullMarked
package io.consentry.filing.filemany;

import org.jspecify.annotations.NullMarked;
