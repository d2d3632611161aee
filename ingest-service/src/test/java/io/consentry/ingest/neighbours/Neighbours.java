package io.consentry.ingest.neighbours;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/** The services that this one talks to, as small HTTP servers that keep the contract, and a key to seal with. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    static {
        // Without this the JDK's server waits 40 ms before each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final ConsentServer CONSENT = new ConsentServer();
    public static final FilingServer FILING = new FilingServer();

    @Override
    public Map<String, String> start() {
        CONSENT.start();
        FILING.start();
        return Map.of(
                "consentry.consent.url",
                CONSENT.address(),
                "consentry.filing.url",
                FILING.address(),
                "consentry.encryption.key",
                Base64.getEncoder().encodeToString(new byte[32]),
                "ingest.held.look-again",
                "100ms",
                "ingest.catalogue.look-again",
                "200ms",
                "ingest.recorded-modes.look-again",
                "200ms",
                // As in production, whatever the profile.
                "ingest.rules.nhs-number-check-digit",
                "reject");
    }

    @Override
    public void stop() {
        CONSENT.goAway();
        FILING.stop();
    }
}
