/** What a refusal looks like: every problem type of the suite, as RFC 9457 has it. */
@NullMarked
package io.consentry.web.problem;

import org.jspecify.annotations.NullMarked;
