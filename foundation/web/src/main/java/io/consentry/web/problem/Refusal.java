package io.consentry.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes a problem where Vert.x, and not a REST resource, has the request in its hands. */
public final class Refusal {

    public static final String MEDIA_TYPE = "application/problem+json";

    private Refusal() {}

    /** Answers with this problem. */
    public static void answer(RoutingContext context, HttpProblem problem) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        if (problem.getStatusCode() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        problem.getHeaders().forEach((name, value) -> context.response().putHeader(name, value.toString()));
        context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(body(problem));
    }

    /** The problem as it goes over the wire. */
    public static Buffer body(HttpProblem problem) {
        JsonObject json = new JsonObject()
                .put("type", String.valueOf(problem.getType()))
                .put("status", problem.getStatusCode())
                .put("title", problem.getTitle())
                .put("detail", problem.getDetail());
        problem.getParameters().forEach(json::put);
        return json.toBuffer();
    }
}
