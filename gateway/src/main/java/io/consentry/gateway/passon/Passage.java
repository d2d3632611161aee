package io.consentry.gateway.passon;

import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One call on its way to a service and back. */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext context;
    private final Upstream upstream;
    private final PassageLimits limits;
    private final Clock clock;
    private final @Nullable Bearer bearer;
    private final Promise<ProxyResponse> answer = Promise.promise();
    private @Nullable HttpClientRequest sent;
    private @Nullable MeasuredBody body;
    private boolean callerLeft;
    private long deadline = -1;
    private long tokenEnd = -1;

    Passage(RoutingContext context, Upstream upstream, PassageLimits limits, Clock clock, @Nullable Bearer bearer) {
        this.clock = clock;
        this.bearer = bearer;
        this.context = context;
        this.upstream = upstream;
        this.limits = limits;
    }

    void begin() {
        context.addEndHandler(done -> abandonUnread());
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, upstream.client())
                .origin(call -> upstream.request(() -> callerLeft = true).onSuccess(this::remember))
                .addInterceptor(this)
                .handle(context.request());
    }

    private void remember(HttpClientRequest request) {
        // A failure also ends the wait for the answer, where it is explained; without a handler it would be logged
        // here.
        request.exceptionHandler(failure -> {});
        sent = request;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        PassingHeaders.keepForService(call.request().headers());
        if (MeasuredBody.isAnnouncedBy(context.request())) {
            MeasuredBody measured = new MeasuredBody(
                    context.request(),
                    context.vertx(),
                    limits.largestBody().asLongValue(),
                    limits.bodyWithin(),
                    this::expectAnswer);
            body = measured;
            call.request().setBody(Body.body(measured, call.request().getBody().length()));
        } else {
            expectAnswer();
        }
        send(call).onComplete(result -> {
            if (result.succeeded()) {
                answer.tryComplete(result.result());
            } else {
                answer.tryFail(result.cause());
            }
        });
        return answer.future()
                .onComplete(this::settle)
                .compose(this::joinStreams)
                .recover(failure -> Future.succeededFuture(refusal(call, explain(failure))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        ProxyResponse response = call.response();
        // The reason phrase is ours: a service's would also hide from the server that a 304 has no body.
        response.setStatusMessage(null);
        PassingHeaders.keepForCaller(response.headers());
        String location = response.headers().get(HttpHeaders.LOCATION);
        if (location != null) {
            response.putHeader(HttpHeaders.LOCATION, upstream.withoutAddress(location));
        }
        if (!isEventStream(response)) {
            return call.sendResponse();
        }
        endWithItsToken();
        Future<Void> end = call.sendResponse();
        // Now, and not with the first event, which may be long in coming: until then the caller cannot know that it is
        // connected.
        return context.response().writeHead().compose(written -> end);
    }

    /** What is no stream passes; a stream passes where there is room for one more. */
    private Future<ProxyResponse> joinStreams(ProxyResponse response) {
        if (!isEventStream(response)) {
            return Future.succeededFuture(response);
        }
        HttpClientRequest held = Objects.requireNonNull(sent);
        String organisation = bearer == null ? "" : bearer.organisation();
        Object loop = ContextInternal.current().nettyEventLoop();
        Optional<HttpProblem> full = upstream.streams().join(organisation, loop);
        if (full.isPresent()) {
            held.reset();
            return Future.failedFuture(full.get());
        }
        // However it ends, at this end or at the other: the service's answer is over then, because it was sent or
        // broken off.
        held.response().compose(HttpClientResponse::end).onComplete(over -> {
            upstream.streams().leave(organisation, loop);
            context.vertx().cancelTimer(tokenEnd);
        });
        return Future.succeededFuture(response);
    }

    private static boolean isEventStream(ProxyResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    /**
     * A connection that is kept open may be closed in the moment in which it is used again. Nobody can know whether the
     * service has seen the request; where that does not matter, it is sent once more.
     */
    private Future<ProxyResponse> send(ProxyContext call) {
        Future<ProxyResponse> first = call.sendRequest();
        boolean mayBeRepeated = body == null && context.request().method().equals(HttpMethod.GET);
        return first.recover(failure -> {
            if (!mayBeRepeated
                    || !(failure instanceof HttpClosedException)
                    || answer.future().isComplete()) {
                return Future.failedFuture(failure);
            }
            // The caller's request has been read to its end and could not be read again.
            call.request().setBody(Body.body(Buffer.buffer()));
            return call.sendRequest();
        });
    }

    private void expectAnswer() {
        if (!answer.future().isComplete()) {
            deadline = context.vertx().setTimer(limits.answerWithin().toMillis(), timer -> {
                if (answer.tryFail(new TimeoutException()) && sent != null) {
                    sent.reset();
                }
            });
        }
    }

    private void settle(AsyncResult<ProxyResponse> result) {
        context.vertx().cancelTimer(deadline);
        upstream.load().leave();
        if (body != null) {
            body.release();
        }
        if (result.succeeded()) {
            upstream.circuit().succeeded();
        } else if (!isTheCallersDoing()) {
            upstream.circuit().failed();
        }
    }

    private boolean isTheCallersDoing() {
        return callerLeft
                || context.response().closed()
                || (body != null && body.broken().isPresent());
    }

    /** An event stream would otherwise go on for somebody who may no longer be allowed to see it. */
    private void endWithItsToken() {
        if (bearer != null && bearer.until() != null) {
            long left = Duration.between(clock.instant(), bearer.until()).toMillis();
            tokenEnd = context.vertx()
                    .setTimer(Math.max(1, left), end -> context.response().reset());
        }
    }

    private HttpProblem explain(Throwable failure) {
        if (body != null && body.broken().isPresent()) {
            return body.broken().get();
        }
        if (failure instanceof HttpProblem refused) {
            return refused;
        }
        if (sent == null) {
            return ProblemType.UNAVAILABLE.because("The " + upstream.name() + " cannot be reached now.");
        }
        if (!isTheCallersDoing()) {
            LOG.warnf("A call to the %s got no answer: %s", upstream.name(), failure);
        }
        return failure instanceof TimeoutException
                ? ProblemType.NO_ANSWER_IN_TIME.because("The " + upstream.name() + " did not answer in time.")
                : ProblemType.UPSTREAM_INVALID.because("The " + upstream.name() + " broke off before it answered.");
    }

    /**
     * Once the caller has its answer, the service need not wait for the rest of a body. Where there is no rest, the
     * connection may be another call's already, and would be closed under it.
     */
    private void abandonUnread() {
        if (sent != null && body != null && !body.isRead()) {
            sent.reset();
        }
    }

    private ProxyResponse refusal(ProxyContext call, HttpProblem problem) {
        ProxyResponse response = call.request()
                .response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, Refusal.MEDIA_TYPE);
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        Buffer text = Refusal.body(problem);
        return response.setBody(Body.body(text));
    }
}
