package io.consentry.local.runsuite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    private Environment environment;

    @BeforeEach
    void make(@TempDir Path directory) throws IOException {
        environment = new Environment(new Ports(1000), LocalSecrets.of(new Home(directory)), "127.0.0.1:9085");
    }

    @Test
    void gateway_isToldNoSecret_butWhatItsSignInNeeds() {
        assertThat(environment.of(ServiceName.GATEWAY))
                .doesNotContainKeys(
                        "CONSENTRY_DATABASE_PASSWORD", "CONSENTRY_SERVICE_SIGNING_KEY", "CONSENTRY_ENCRYPTION_KEY_FILE")
                .containsKeys("CONSENTRY_CONSOLE_SANDBOX_SIGNING_KEY", "CONSENTRY_CONSOLE_SESSION_KEY")
                .containsEntry("CONSENTRY_INGEST_URL", "http://127.0.0.1:9081")
                .containsEntry("QUARKUS_HTTP_PORT", "9080")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9090");
    }

    @Test
    void encryptionKey_isTold_toThoseWhoKeepClinicalContent() {
        assertThat(environment.of(ServiceName.INGEST)).containsKey("CONSENTRY_ENCRYPTION_KEY_FILE");
        assertThat(environment.of(ServiceName.FILING)).containsKey("CONSENTRY_ENCRYPTION_KEY_FILE");
        assertThat(environment.of(ServiceName.CONSENT)).doesNotContainKey("CONSENTRY_ENCRYPTION_KEY_FILE");
    }

    @Test
    void nobody_callsHome() {
        for (ServiceName service : ServiceName.values()) {
            assertThat(environment.of(service))
                    .containsEntry("AXONIQ_UPDATE_CHECKER_DISABLED", "true")
                    .containsEntry("QUARKUS_PROFILE", "local");
        }
    }
}
