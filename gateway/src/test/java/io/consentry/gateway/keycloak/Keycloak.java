package io.consentry.gateway.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak that was started empty and read the realm that comes with the suite, and the settings by which the suite
 * trusts it, as in production.
 */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN = "admin";
    static final String PASSWORD = UUID.randomUUID().toString();
    static final String CONSOLE_SECRET = UUID.randomUUID().toString();

    private static final Path REALM = Path.of("..", "deploy", "keycloak", "consentry-realm.json");
    /** A minute on a quiet machine; several where others build at the same time. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(8);

    private static String address = "";
    private static String consentry = "";
    private @Nullable Process process;

    /** Of the realm, which is also the issuer of its tokens. */
    static String realm() {
        return address + "/realms/consentry";
    }

    /** Of Keycloak itself. */
    static String address() {
        return address;
    }

    /** Where the gateway of this test is. */
    static String consentry() {
        return consentry;
    }

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            int gateway = freePort();
            address = "http://127.0.0.1:" + port;
            consentry = "http://localhost:" + gateway;
            PharmacySystem.publishKeys();
            process = launch(port);
            awaitReady(process);
            return Map.of(
                    "quarkus.http.test-port",
                    String.valueOf(gateway),
                    "quarkus.management.test-port",
                    "0",
                    "consentry.identity.url",
                    realm(),
                    "consentry.identity.roles-claim",
                    "realm_access/roles",
                    "consentry.identity.organisation-claim",
                    "organisation",
                    "consentry.console.enabled",
                    "true",
                    "consentry.console.client-secret",
                    CONSOLE_SECRET,
                    "consentry.console.session-key",
                    sessionKey());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Keycloak did not start: see target/keycloak.log", e);
        }
    }

    private static Process launch(int port) throws IOException {
        Path home = Path.of(System.getProperty("keycloak.home"));
        Path imported = home.resolve(Path.of("data", "import"));
        Files.createDirectories(imported);
        Files.write(imported.resolve("consentry-realm.json"), Files.readAllBytes(REALM));
        ProcessBuilder keycloak = new ProcessBuilder(List.of(
                "bash",
                home.resolve(Path.of("bin", "kc.sh")).toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port));
        keycloak.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                        "CONSENTRY_URL", consentry,
                        "CONSENTRY_CONSOLE_SECRET", CONSOLE_SECRET,
                        "PHARMACY_FA123_KEYS", PharmacySystem.keysAddress()));
        return keycloak.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile())
                .start();
    }

    private static void awaitReady(Process process) throws InterruptedException {
        Instant latest = Instant.now().plus(STARTS_WITHIN);
        URI description = URI.create(realm() + "/.well-known/openid-configuration");
        while (!Http.answers(description)) {
            if (!process.isAlive() || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("Keycloak did not start: see target/keycloak.log");
            }
            Thread.sleep(500);
        }
    }

    private static String sessionKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        PharmacySystem.hideKeys();
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
