/** What is erased is gone everywhere, and the log still verifies. */
@NullMarked
package io.consentry.consent.erasedisclosure;

import org.jspecify.annotations.NullMarked;
