package io.consentry.gateway.passon;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way through: counted, timed, and broken off when it is too large or too slow.
 *
 * <p>A deadline for the whole, not for the silence between two pieces: a byte every few seconds must not hold a
 * connection for hours.
 */
final class MeasuredBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final long largest;
    private final Runnable whenRead;
    private final long deadline;
    private long size;
    private boolean read;
    private @Nullable HttpProblem broken;
    private @Nullable Handler<Throwable> onFailure;

    MeasuredBody(HttpServerRequest request, Vertx vertx, long largest, Duration within, Runnable whenRead) {
        this.request = request;
        this.vertx = vertx;
        this.largest = largest;
        this.whenRead = whenRead;
        this.deadline = vertx.setTimer(
                within.toMillis(),
                timer -> breakOff(ProblemType.REQUEST_TOO_SLOW.because(
                        "The body must arrive within " + within.toSeconds() + " seconds.")));
    }

    /** Whether this request announces a body. */
    static boolean isAnnouncedBy(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    static HttpProblem tooLarge(long largest) {
        return ProblemType.MESSAGE_TOO_LARGE.because("At most " + largest + " bytes are taken.");
    }

    /** Whether all of it was passed on. */
    boolean isRead() {
        return read;
    }

    /** Why it was broken off, if it was. */
    Optional<HttpProblem> broken() {
        return Optional.ofNullable(broken);
    }

    /** Stops the clock: somebody has answered. */
    void release() {
        vertx.cancelTimer(deadline);
    }

    @Override
    public MeasuredBody handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : piece -> take(piece, handler));
        return this;
    }

    private void take(Buffer piece, Handler<Buffer> handler) {
        size += piece.length();
        if (broken != null) {
            return;
        }
        if (size > largest) {
            breakOff(tooLarge(largest));
        } else {
            handler.handle(piece);
        }
    }

    private void breakOff(HttpProblem problem) {
        vertx.cancelTimer(deadline);
        if (broken == null) {
            broken = problem;
            if (onFailure != null) {
                onFailure.handle(problem);
            }
        }
    }

    @Override
    public MeasuredBody endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            vertx.cancelTimer(deadline);
                            if (broken == null) {
                                read = true;
                                handler.handle(null);
                                whenRead.run();
                            }
                        });
        return this;
    }

    @Override
    public MeasuredBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody pause() {
        request.pause();
        return this;
    }

    @Override
    public MeasuredBody resume() {
        request.resume();
        return this;
    }

    @Override
    public MeasuredBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
