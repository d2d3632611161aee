package io.consentry.gateway.watchconnections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Turns away the connections of an address that holds too many already, and times the heads of the others' requests. */
@Sharable
final class NewConnections extends ChannelInboundHandlerAdapter {

    private final int mostOfOneAddress;
    private final Duration headWithin;
    private final ConcurrentMap<InetAddress, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param mostOfOneAddress 0 where a proxy stands in front, so that all connections are its own
     * @param headWithin from the first byte of a request to the last of its headers
     */
    NewConnections(int mostOfOneAddress, Duration headWithin) {
        this.mostOfOneAddress = mostOfOneAddress;
        this.headWithin = headWithin;
    }

    /** At a server's own channel, what is read are the connections that it accepts. */
    @Override
    public void channelRead(ChannelHandlerContext server, Object accepted) {
        Channel connection = (Channel) accepted;
        InetAddress address = addressOf(connection);
        if (address != null && mostOfOneAddress > 0) {
            if (open.merge(address, 1, Integer::sum) > mostOfOneAddress) {
                forget(address);
                connection.unsafe().closeForcibly();
                return;
            }
            connection.closeFuture().addListener(closed -> forget(address));
        }
        connection.pipeline().addLast(new HeadDeadline(headWithin));
        server.fireChannelRead(connection);
    }

    private void forget(InetAddress address) {
        open.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
    }

    private static @Nullable InetAddress addressOf(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
    }
}
