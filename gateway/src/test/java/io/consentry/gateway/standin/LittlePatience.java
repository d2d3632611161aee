package io.consentry.gateway.standin;

import io.consentry.testing.KeysOnly;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway that allows one address next to nothing: all that tests of other things do comes from one address. */
public class LittlePatience implements QuarkusTestProfile {

    public static final int CONNECTIONS_OF_ONE_ADDRESS = 300;
    public static final int CALLS_WITHOUT_TOKEN = 20;
    public static final Duration HEAD_WITHIN = Duration.ofSeconds(2);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "consentry.connections.of-one-address", String.valueOf(CONNECTIONS_OF_ONE_ADDRESS),
                "consentry.connections.head-within", HEAD_WITHIN.toString(),
                "consentry.gateway.limits.without-token", String.valueOf(CALLS_WITHOUT_TOKEN));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeysOnly.class), new TestResourceEntry(StandInServices.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
