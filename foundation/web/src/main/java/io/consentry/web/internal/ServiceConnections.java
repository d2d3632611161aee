package io.consentry.web.internal;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * The connections on which this service calls others of the suite.
 *
 * <p>Where a TLS configuration {@value #TLS} is given ({@code quarkus.tls.services.*}), it says which certificate to show
 * and which to trust; otherwise services are reached as their addresses say.
 */
@Singleton
public class ServiceConnections {

    /** The name of the TLS configuration for calls between services. */
    public static final String TLS = "services";

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final ServiceTokens tokens;

    ServiceConnections(TlsConfigurationRegistry configurations, ServiceTokens tokens) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        configurations.get(TLS).ifPresent(services -> builder.sslContext(context(services)));
        this.client = builder.build();
        this.tokens = tokens;
    }

    /** A request that shows this service's token. */
    public HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + tokens.bearer());
    }

    /** Shared by all calls. */
    public HttpClient client() {
        return client;
    }

    private static SSLContext context(TlsConfiguration services) {
        try {
            return services.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.tls." + TLS + " cannot be used", e);
        }
    }
}
