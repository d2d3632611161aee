package io.consentry.web.request;

import io.consentry.web.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A zero byte in an id or a parameter names nothing, and the database fails where it should find nothing. */
class AddressesHoldNoZeroByte {

    private static final String ZERO_BYTE = "%00";

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        if (holdsOne(address.getRawPath()) || holdsOne(Objects.requireNonNullElse(address.getRawQuery(), ""))) {
            throw ProblemType.BAD_REQUEST.because("The address holds a zero byte.");
        }
    }

    private static boolean holdsOne(String encoded) {
        return encoded.contains(ZERO_BYTE);
    }
}
