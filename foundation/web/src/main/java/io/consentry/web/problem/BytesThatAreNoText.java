package io.consentry.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;

/** Answers a body that is no text in any encoding with a problem; the framework would take it for a failure of ours. */
@Provider
public class BytesThatAreNoText extends ExceptionMapperBase<CharConversionException> {

    @Override
    protected HttpProblem toProblem(CharConversionException failure) {
        return ProblemType.BAD_REQUEST.because("The body is no JSON: its first bytes are no text in UTF-8.");
    }
}
