package io.consentry.gateway.watchconnections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request's head is not complete in time, however steadily its bytes trickle in.
 *
 * <p>Stands before everything that reads the connection, and sees by a second handler, after the decoder, where a
 * request begins and ends.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration within;
    private boolean isWatched;
    private boolean inRequest;
    private boolean headArrived;
    private @Nullable ScheduledFuture<?> deadline;

    HeadDeadline(Duration within) {
        this.within = within;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        boolean seen = isWatched || watchDecoder(connection);
        boolean beginsRequest = !inRequest;
        headArrived = false;
        connection.fireChannelRead(bytes);
        if (!seen) {
            // The decoder came with these bytes, and may have read a head from them that nobody saw.
            inRequest = watchDecoder(connection);
        } else if (beginsRequest && !headArrived && deadline == null) {
            // A head that comes in one piece, as nearly all do, never starts the clock.
            deadline =
                    connection.executor().schedule(() -> connection.close(), within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Where TLS or a choice of protocols comes first, there is no decoder at the beginning. */
    private boolean watchDecoder(ChannelHandlerContext connection) {
        ChannelHandlerContext decoder = connection.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            connection.pipeline().addAfter(decoder.name(), null, new Decoded());
            isWatched = true;
        }
        return isWatched;
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        stopClock();
        connection.fireChannelInactive();
    }

    private void stopClock() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private final class Decoded extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext connection, Object part) {
            if (part instanceof HttpRequest) {
                headArrived = true;
                inRequest = true;
                stopClock();
            }
            if (part instanceof LastHttpContent) {
                inRequest = false;
            }
            connection.fireChannelRead(part);
        }
    }
}
