/** Shows people what a refusal means. */
@NullMarked
package io.consentry.gateway.explainproblem;

import org.jspecify.annotations.NullMarked;
