package io.consentry.filing.limitpages;

import io.consentry.web.problem.ProblemType;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How much of a list somebody asks for at once. */
public class PageLimit {

    private static final int MOST = 500;

    @RestQuery
    @DefaultValue("50")
    @Parameter(description = "At most this many, 1 to 500.")
    int limit = 50;

    /** How many; 400 where that is none or too many. */
    public int value() {
        if (limit < 1 || limit > MOST) {
            throw ProblemType.BAD_REQUEST.because("limit is from 1 to " + MOST + ".");
        }
        return limit;
    }
}
