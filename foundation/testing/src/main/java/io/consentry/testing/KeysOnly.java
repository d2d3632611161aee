package io.consentry.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Tells a service whose tokens to trust, for services that keep nothing. Use as
 * {@code @QuarkusTestResource(KeysOnly.class)}.
 */
public class KeysOnly implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "consentry.identity.public-key",
                TestKeys.publicKey(TestKeys.IDENTITY),
                "consentry.console.sandbox-signing-key",
                TestKeys.privateKey(TestKeys.IDENTITY),
                "quarkus.http.test-port",
                "0",
                "quarkus.management.test-port",
                "0",
                // What was packaged knows no test ports.
                "quarkus.management.port",
                "0");
    }

    @Override
    public void stop() {}
}
