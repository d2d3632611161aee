package io.consentry.web.internal;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether who connects must show a certificate: a choice of each deployment, where the platform's own setting is one of
 * the build.
 *
 * <p>A certificate opens the connection and nothing else: who may do what is still said by the token. {@code required}
 * refuses the handshake without one that {@code quarkus.tls.*.trust-store} trusts; {@code request} takes both.
 */
@Singleton
@Unremovable
class CallersShowCertificates implements HttpServerOptionsCustomizer {

    private final ClientAuth asked;

    CallersShowCertificates(
            @ConfigProperty(name = "consentry.tls.certificates-of-callers", defaultValue = "none") ClientAuth asked) {
        this.asked = asked;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(asked);
    }
}
