package io.consentry.gateway.checkrequest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Something that every request must keep before it is read any further. */
interface RequestRule {

    /** The refusal, if the request breaks the rule. */
    Optional<HttpProblem> brokenBy(HttpServerRequest request);
}
