package io.consentry.gateway.checkrequest;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/**
 * No two servers can disagree about where a request ends or whom it is for.
 *
 * <p>HTTP/1.1 only: 1.0 cannot carry a stream, and the upgrade to a clear-text HTTP/2 would open a tunnel that nobody
 * checks. One {@code Host}, one {@code Authorization}, and a transfer coding that is exactly {@code chunked}.
 */
final class FramingIsUnambiguous implements RequestRule {

    @Override
    public Optional<HttpProblem> brokenBy(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_1_1) {
            return refuse("HTTP/1.1 is needed.");
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() != 1) {
            return refuse("Exactly one Host header is needed.");
        }
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return refuse("At most one Authorization header is taken.");
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        if (!codings.isEmpty() && !codings.equals(List.of("chunked"))) {
            return refuse("The only transfer coding taken is chunked, once.");
        }
        if (lengths.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())) {
            return refuse("A body has one length: one Content-Length, or chunked.");
        }
        return Optional.empty();
    }

    private static Optional<HttpProblem> refuse(String why) {
        return Optional.of(ProblemType.BAD_REQUEST.because(why));
    }
}
