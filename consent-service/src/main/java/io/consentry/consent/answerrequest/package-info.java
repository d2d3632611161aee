/** What outsiders ask about a switch or the rules is kept, and so is what they were answered. */
@NullMarked
package io.consentry.consent.answerrequest;

import org.jspecify.annotations.NullMarked;
