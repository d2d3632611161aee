package io.consentry.gateway.passon;

import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Context;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service that closes its connection only while the connection is its own.
 *
 * <p>The proxy resets a request whose caller has left. The client closes the connection then, also where the service
 * has answered in full and another caller's request is on it by now
 * (<a href="https://github.com/eclipse-vertx/vert.x/issues/6294">Vert.x 6294</a>): a caller that left would end somebody
 * else's call. Here what is left of the answer is taken first; only an answer that has not ended costs the connection.
 *
 * <p>Exact only on one thread: the connection must belong to the event loop on which the request is made.
 */
@RegisterForProxy(targets = HttpClientRequest.class)
@RegisterForReflection(targets = HttpClientRequest.class)
final class UpstreamRequest implements InvocationHandler {

    /** The proxy says why it resets a request only where the caller's connection broke. */
    private static final int WITH_CAUSE = 2;

    private final Context context;
    private final HttpClientRequest request;
    private final Runnable whenCallerLeft;
    private @Nullable HttpClientResponse answer;
    private boolean sentWhole;
    private boolean answeredWhole;
    private boolean letGo;

    private UpstreamRequest(Context context, HttpClientRequest request, Runnable whenCallerLeft) {
        this.context = context;
        this.request = request;
        this.whenCallerLeft = whenCallerLeft;
        request.response().onSuccess(this::watch);
    }

    /**
     * The same request, but for how it is reset.
     *
     * @param whenCallerLeft told before the request is reset because its caller's connection broke
     */
    static HttpClientRequest of(Context context, HttpClientRequest request, Runnable whenCallerLeft) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                new UpstreamRequest(context, request, whenCallerLeft));
    }

    private void watch(HttpClientResponse begun) {
        answer = begun;
        begun.end().onSuccess(ended -> answeredWhole = true);
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("reset")) {
            if (arguments != null && arguments.length == WITH_CAUSE) {
                whenCallerLeft.run();
            }
            letGo();
            return true;
        }
        if (method.getName().equals("end")) {
            sentWhole = true;
        }
        try {
            Object result = method.invoke(request, arguments);
            return result == request ? self : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void letGo() {
        if (letGo || isOver()) {
            return;
        }
        letGo = true;
        if (answer == null) {
            request.reset();
            return;
        }
        // What has come waits for the caller who is gone, perhaps the answer's end with it.
        answer.handler(piece -> {}).resume();
        context.runOnContext(taken -> {
            if (!isOver()) {
                request.reset();
            }
        });
    }

    /** Whether the connection may be another call's by now. */
    private boolean isOver() {
        return sentWhole && answeredWhole;
    }
}
