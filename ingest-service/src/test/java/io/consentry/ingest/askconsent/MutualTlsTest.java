package io.consentry.ingest.askconsent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsServer;
import io.consentry.ingest.askconsent.DecisionsOfConsentService.Questions;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestCertificates;
import io.consentry.web.internal.ServiceConnections;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service whose neighbour hears nobody without a certificate, configured with nothing but settings. */
@QuarkusTest
@TestProfile(MutualTlsTest.WithCertificates.class)
class MutualTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @RestClient
    DecisionsOfConsentService decisions;

    @Inject
    ServiceConnections connections;

    /** What a deployment sets. */
    public static class WithCertificates implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresAndKeys.class),
                    new TestResourceEntry(Neighbours.class),
                    new TestResourceEntry(SecureConsent.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** Answers every question with nothing, once it has seen who asks. */
    public static class SecureConsent implements QuarkusTestResourceLifecycleManager {

        static final TestCertificates CERTIFICATES = TestCertificates.of("ingest", "consent");
        private static @Nullable HttpsServer server;

        static URI address() {
            return URI.create("https://localhost:"
                    + Objects.requireNonNull(server).getAddress().getPort());
        }

        @Override
        public Map<String, String> start() {
            server = CERTIFICATES.server("consent", "ingest", "{\"answers\":[]}");
            Map<String, String> settings = new HashMap<>(CERTIFICATES.settings("services", "ingest", "consent"));
            settings.put("quarkus.rest-client.consent.url", address().toString());
            settings.put("quarkus.rest-client.consent.tls-configuration-name", "services");
            return settings;
        }

        @Override
        public void stop() {
            if (server != null) {
                server.stop(0);
            }
        }
    }

    @Test
    void theDecision_isAskedWithTheServicesCertificate() {
        assertThat(decisions
                        .decide(new Questions(List.of()))
                        .await()
                        .atMost(PATIENCE)
                        .answers())
                .isEmpty();
    }

    @Test
    void otherCalls_showItToo() throws Exception {
        HttpRequest request = connections
                .request(SecureConsent.address().resolve("/internal/events"))
                .build();

        assertThat(connections
                        .client()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverShowsNone_isNotHeard() {
        HttpClient without = HttpClient.newBuilder()
                .sslContext(SecureConsent.CERTIFICATES.client("consent", null))
                .build();
        HttpRequest request = HttpRequest.newBuilder(SecureConsent.address())
                .timeout(PATIENCE)
                .build();

        assertThatThrownBy(() -> without.send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }
}
