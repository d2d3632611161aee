package io.consentry.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON that is well formed but of another shape with a problem; the framework's own answer has no body. */
@Provider
public class BodyOfAnotherShape extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException failure) {
        return LibraryRefusals.of(failure);
    }
}
