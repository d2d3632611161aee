package io.consentry.gateway.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the servers behind the gateway, and makes it impatient enough for a test. */
public class StandInServices implements QuarkusTestResourceLifecycleManager {

    private static final List<StandIn> ALL = List.of(StandIn.INGEST, StandIn.CONSENT, StandIn.FILING);

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "consentry.gateway.answer-within", "1s",
                "consentry.gateway.calls-at-once", "10",
                "consentry.gateway.trial-every", "1s",
                "consentry.gateway.body-within", "4s",
                "consentry.gateway.largest-body", "64M"));
        for (StandIn service : ALL) {
            service.start();
            configuration.putAll(service.configuration());
        }
        return configuration;
    }

    @Override
    public void stop() {
        ALL.forEach(StandIn::stop);
    }

    /** Forgets what earlier tests did. */
    public static void reset() {
        ALL.forEach(StandIn::reset);
    }
}
