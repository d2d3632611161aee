package io.consentry.ingest.receivemessage;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body by its announced length or encoding, before any of it is read. */
class RefuseTooLarge {

    private final ReceivingConfig config;

    RefuseTooLarge(ReceivingConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isBeyond(length)) {
            throw tooLarge(config);
        }
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding)) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Send the body without a content encoding.");
        }
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
