/** Requests are kept, answered once by the right people, and move nothing. */
@NullMarked
package io.consentry.consent.answerrequest;

import org.jspecify.annotations.NullMarked;
