package io.consentry.gateway.passon;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How connections to services are made.
 *
 * @param tls which certificate to show them and which of theirs to trust; null where they are reached without
 */
record UpstreamClients(Vertx vertx, @Nullable TlsConfiguration tls, PassageLimits limits) {

    // Shorter than a service keeps an idle connection, so that it is never the service that closes one first.
    private static final int KEEP_IDLE_SECONDS = 30;

    HttpClient to(URI url) {
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(portOf(url))
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_IDLE_SECONDS)
                .setConnectTimeout((int) limits.connectWithin().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) limits.silence().toMillis())
                .setMaxWaitQueueSize(limits.waiting())
                .setDecompressionSupported(false);
        if (isSecure(url)) {
            if (tls != null) {
                TlsConfigUtils.configure(options, tls);
            }
            options.setSsl(true);
        }
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(limits.connections()));
    }

    private static int portOf(URI url) {
        int standard = isSecure(url) ? 443 : 80;
        return url.getPort() > 0 ? url.getPort() : standard;
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }
}
