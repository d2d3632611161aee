package io.consentry.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/**
 * Refusals that a library words badly: one that repeats what was sent and names our classes, one that does not say where
 * the JSON breaks off, and one that hides our own refusal of a parameter behind "not found".
 */
final class LibraryRefusals {

    private LibraryRefusals() {}

    static Optional<HttpProblem> rewordedFrom(Throwable cause) {
        if (cause instanceof JsonProcessingException failure) {
            return Optional.of(of(failure));
        }
        if (cause instanceof WebApplicationException && cause.getCause() instanceof JsonProcessingException failure) {
            return Optional.of(of(failure));
        }
        return cause instanceof NotFoundException && cause.getCause() instanceof HttpProblem own
                ? Optional.of(own)
                : Optional.empty();
    }

    static HttpProblem of(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        String where = location == null
                ? ""
                : " Look at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        return ProblemType.BAD_REQUEST.because("The body is not the JSON that is described for this path." + where);
    }
}
