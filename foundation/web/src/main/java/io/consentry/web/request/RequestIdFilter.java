package io.consentry.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes the request id from the header or makes one, before anything else looks at the request, and echoes it. */
class RequestIdFilter {

    private static final String MDC_KEY = "requestId";

    private final CurrentRequest request;

    RequestIdFilter(CurrentRequest request) {
        this.request = request;
    }

    @ServerRequestFilter(preMatching = true, priority = 0)
    public void identify(ContainerRequestContext context) {
        String id = RequestId.orNew(context.getHeaderString(RequestId.HEADER));
        request.identify(id);
        MDC.put(MDC_KEY, id);
    }

    @ServerResponseFilter
    public void echo(ContainerResponseContext response) {
        response.getHeaders().putSingle(RequestId.HEADER, request.id());
        MDC.remove(MDC_KEY);
    }
}
