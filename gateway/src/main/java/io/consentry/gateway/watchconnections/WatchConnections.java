package io.consentry.gateway.watchconnections;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link NewConnections} at every server port of this process.
 *
 * <p>The server tells of a request only when its head is complete, and of a connection only by its requests: what comes
 * before can be seen at no other place. Found by the service loader, before there are beans.
 */
@RegisterForReflection
public final class WatchConnections implements VertxServiceProvider {

    private static final int MOST_OF_ONE_ADDRESS = 1000;
    private static final Duration HEAD_WITHIN = Duration.ofSeconds(10);

    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        int most = config.getOptionalValue("consentry.connections.of-one-address", Integer.class)
                .orElse(MOST_OF_ONE_ADDRESS);
        Duration within = config.getOptionalValue("consentry.connections.head-within", Duration.class)
                .orElse(HEAD_WITHIN);
        boolean prefersNative = builder.options().getPreferNativeTransport();
        builder.findTransport(new WatchedTransport(transport(prefersNative), new NewConnections(most, within)));
    }

    /** As the platform chooses it: naming any transport here takes the choice away from it. */
    private static Transport transport(boolean prefersNative) {
        Transport ofTheSystem = prefersNative ? VertxBuilder.nativeTransport() : null;
        return ofTheSystem != null && ofTheSystem.isAvailable() ? ofTheSystem : JDKTransport.INSTANCE;
    }
}
