package io.consentry.filing.forbidcopies;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every answer may hold something of a patient, so nobody between here and its reader keeps one. */
class NobodyKeepsACopy {

    @ServerResponseFilter
    void say(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
