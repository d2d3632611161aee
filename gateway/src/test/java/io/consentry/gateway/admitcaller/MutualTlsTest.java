package io.consentry.gateway.admitcaller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsServer;
import io.consentry.testing.KeysOnly;
import io.consentry.testing.TestCertificates;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gateway that asks its callers for a certificate, and shows one of its own to a service that asks for it. */
@QuarkusTest
@TestProfile(MutualTlsTest.WithCertificates.class)
class MutualTlsTest {

    private static final String ITEMS = "practices/Z00001/items";

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/", tls = true)
    URI gateway;

    /** Configured as a deployment would be, with nothing but settings. */
    public static class WithCertificates implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeysOnly.class), new TestResourceEntry(SecureFiling.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** A service that answers nobody but the gateway. */
    public static class SecureFiling implements QuarkusTestResourceLifecycleManager {

        static final TestCertificates CERTIFICATES = TestCertificates.of("gateway", "service", "pharmacy", "stranger");
        private static @Nullable HttpsServer server;

        static URI address() {
            return URI.create("https://localhost:"
                    + Objects.requireNonNull(server).getAddress().getPort());
        }

        @Override
        public Map<String, String> start() {
            server = CERTIFICATES.server("service", "gateway", "from the service");
            Map<String, String> settings = new HashMap<>(Map.of(
                    "quarkus.http.tls-configuration-name", "callers",
                    "quarkus.http.insecure-requests", "disabled",
                    "quarkus.http.test-ssl-port", "0",
                    "consentry.tls.certificates-of-callers", "required",
                    "consentry.filing.url", address().toString()));
            settings.putAll(CERTIFICATES.settings("callers", "gateway", "pharmacy"));
            settings.putAll(CERTIFICATES.settings("services", "gateway", "service"));
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
    void aPharmacyWithItsCertificate_reachesAServiceThatAnswersOnlyTheGateway() throws Exception {
        HttpResponse<String> answer = get(gateway.resolve(ITEMS), "gateway", "pharmacy");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("from the service");
    }

    @Test
    void whoeverShowsNone_orOneThatIsNotTrusted_isNotEvenHeard() {
        URI items = gateway.resolve(ITEMS);

        assertThatThrownBy(() -> get(items, "gateway", null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(items, "gateway", "stranger")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(items, "stranger", "pharmacy"))
                .as("the gateway's own certificate is checked too")
                .isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateAlone_opensNothing() throws Exception {
        HttpRequest withoutToken =
                HttpRequest.newBuilder(gateway.resolve(ITEMS)).build();

        assertThat(client("gateway", "pharmacy")
                        .send(withoutToken, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theService_isClosedToWhoeverComesPastTheGateway() {
        assertThatThrownBy(() -> get(SecureFiling.address().resolve("/" + ITEMS), "service", null))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(SecureFiling.address().resolve("/" + ITEMS), "service", "pharmacy"))
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(URI address, String trusted, @Nullable String own) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestTokens.of("practice", "Z00001"))
                .build();
        return client(trusted, own).send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(String trusted, @Nullable String own) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(SecureFiling.CERTIFICATES.client(trusted, own))
                .build();
    }
}
