package io.consentry.gateway.checkrequest;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No parameter of a query is left empty. Services take an empty one for an absent one: {@code ?practice=}, where a
 * program lost the code that it meant to put there, would give every practice's events instead of one's.
 *
 * <p>The console's own pages are apart: a browser sends each field of a form, also those that nobody filled in, and the
 * pages leave them out of what they ask.
 */
final class QueriesSayWhatTheyAsk implements RequestRule {

    private static final Pattern EMPTY = Pattern.compile("(^|&)[^=&]+=?(&|$)");
    private static final String CONSOLE = "/console";

    @Override
    public Optional<HttpProblem> brokenBy(HttpServerRequest request) {
        String query = request.query();
        return query == null
                        || String.valueOf(request.path()).startsWith(CONSOLE)
                        || !EMPTY.matcher(query).find()
                ? Optional.empty()
                : Optional.of(ProblemType.BAD_REQUEST.because(
                        "A parameter of the query has no value. Leave it out, or say what it should be."));
    }
}
