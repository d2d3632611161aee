package io.consentry.gateway.checkrequest;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Address and headers stay within limits.
 *
 * <p>The HTTP decoder has higher limits of its own, so that a request a little too large is answered with a problem
 * that explains itself; one that is far too large gets the decoder's bare status and loses its connection.
 */
final class RequestsAreSmall implements RequestRule {

    private static final int LONGEST_URI = 4096;
    private static final int LARGEST_HEADERS = 16 * 1024;

    @Override
    public Optional<HttpProblem> brokenBy(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_URI) {
            return Optional.of(
                    ProblemType.URI_TOO_LONG.because("At most " + LONGEST_URI + " characters, with the query."));
        }
        int size = 0;
        for (var header : request.headers()) {
            // name, colon and space, value, line end
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size <= LARGEST_HEADERS
                ? Optional.empty()
                : Optional.of(
                        ProblemType.HEADERS_TOO_LARGE.because("At most " + LARGEST_HEADERS + " bytes of headers."));
    }
}
