package io.consentry.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives the refusals of libraries (no token, unknown path, malformed JSON) the same shape as our own.
 *
 * <p>Drops {@code instance}: the path is known to the caller and may hold what it should not.
 */
@ApplicationScoped
class EveryProblemHasAType implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem refusal, ProblemContext context) {
        HttpProblem problem = LibraryRefusals.rewordedFrom(context.cause).orElse(refusal);
        if (problem.getType() != null) {
            return HttpProblem.builder(problem).withInstance(null).build();
        }
        ProblemType type = ProblemType.forStatus(problem.getStatusCode());
        return HttpProblem.builder(problem)
                .withType(type.type())
                .withTitle(type.title())
                .withInstance(null)
                .build();
    }

    /** Runs last, after the library's own. */
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }
}
