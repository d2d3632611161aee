package io.consentry.gateway.checkrequest;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No path can be read in two ways: no dot segment, no empty segment, no backslash, no parameter, and an encoded character
 * only where it is one of three that people's names need.
 *
 * <p>Organisations, ids and services are letters, digits and hyphens. People are named as their identity provider does: by
 * addresses of mail, with colons, as {@code auth0|7}, in base64. A path that two servers read differently is how a
 * caller gets past the one that checks; a bar, a plus or an equals sign ends nothing and leads nowhere, decoded or not.
 */
final class PathsHaveOneMeaning implements RequestRule {

    /**
     * Segments of unreserved characters, of the two that segments may hold unencoded and people's names do, and of a bar,
     * a plus and an equals sign, each spelled in one way only. One dot alone, or two, are no name. Nothing is ever tried in
     * another way (++): that takes a place on the stack for each character, which long addresses have too many of. Nor is a
     * choice made for each character: every request passes here.
     */
    private static final Pattern PATH =
            Pattern.compile("/|(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~@:-]++|%7C|%2B|%3D)++)++/?");

    private static final Pattern QUERY =
            Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/?-]++|%(?!0[0-9A-Fa-f])[0-9A-Fa-f]{2})*+");

    @Override
    public Optional<HttpProblem> brokenBy(HttpServerRequest request) {
        String uri = request.uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        if (!PATH.matcher(path).matches()) {
            return Optional.of(ProblemType.BAD_REQUEST.because(
                    "The path may hold letters, digits, hyphens, dots, underscores, tildes, colons and @ between single"
                            + " slashes, %7C, %2B and %3D, nothing else encoded, and no dot segments."));
        }
        if (question >= 0 && !QUERY.matcher(uri.substring(question + 1)).matches()) {
            return Optional.of(
                    ProblemType.BAD_REQUEST.because("The query holds a character that must be percent-encoded."));
        }
        return Optional.empty();
    }
}
