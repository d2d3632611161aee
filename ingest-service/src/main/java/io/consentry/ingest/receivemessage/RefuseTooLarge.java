package io.consentry.ingest.receivemessage;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses a body by its announced length or encoding, before any of it is read. */
class RefuseTooLarge {

    private final ReceivingConfig config;
    private final Clock clock;

    RefuseTooLarge(ReceivingConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** In the form that the sender wants; in the usual one by failing. */
    @ServerRequestFilter
    public Optional<Response> refuse(ContainerRequestContext request) {
        HttpProblem problem = problemOf(request);
        if (problem == null) {
            return Optional.empty();
        }
        return Optional.of(ItkAnswers.wanted(request.getAcceptableMediaTypes())
                .map(format -> ItkAnswers.refused(problem, new Correlation(), clock.instant(), format))
                .orElseThrow(() -> problem));
    }

    private @Nullable HttpProblem problemOf(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isBeyond(length)) {
            return tooLarge(config);
        }
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || "identity".equalsIgnoreCase(encoding)
                ? null
                : ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Send the body without a content encoding.");
    }

    private boolean isBeyond(String length) {
        try {
            return Long.parseLong(length) > config.maxSize().asLongValue();
        } catch (NumberFormatException e) {
            return false; // the server refuses it by itself
        }
    }

    static HttpProblem tooLarge(ReceivingConfig config) {
        return ProblemType.MESSAGE_TOO_LARGE.because(
                "The largest message taken has " + config.maxSize().asLongValue() + " bytes.");
    }
}
