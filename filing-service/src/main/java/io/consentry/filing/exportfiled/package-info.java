/** The practice's feed of what was filed, for its clinical system: in order, gapless, re-readable from any point. */
@NullMarked
package io.consentry.filing.exportfiled;

import org.jspecify.annotations.NullMarked;
