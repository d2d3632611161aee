package io.consentry.gateway.standin;

import io.consentry.testing.KeysOnly;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A gateway with next to no connections to its services, of which few may be held by live streams. */
public class FewStreams implements QuarkusTestProfile {

    public static final int CONNECTIONS_OF_EACH_LOOP = 4;
    public static final int STREAMS_OF_ONE = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "consentry.gateway.connections", String.valueOf(CONNECTIONS_OF_EACH_LOOP),
                "consentry.gateway.streams-of-one-organisation", String.valueOf(STREAMS_OF_ONE));
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
