/** Names and notes are erased where the law asks for it; the log verifies as before, and says who did it. */
@NullMarked
package io.consentry.consent.erasedisclosure;

import org.jspecify.annotations.NullMarked;
