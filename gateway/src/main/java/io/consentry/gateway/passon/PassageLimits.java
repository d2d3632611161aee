package io.consentry.gateway.passon;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much and how long a passage may take. */
@ConfigMapping(prefix = "consentry.gateway")
public interface PassageLimits {

    /**
     * Largest body taken; a message of the guide has 24 to 37 KB, one with an attached day-long reading some MB. No more
     * than ingest takes: it would break off in the middle of a larger one, and the sender would see a fault of ours.
     */
    @WithDefault("5M")
    MemorySize largestBody();

    /** Time for a whole body to arrive. */
    @WithDefault("30s")
    Duration bodyWithin();

    /** Time from the end of a request to the first byte of its answer. */
    @WithDefault("30s")
    Duration answerWithin();

    /** Time to open a connection to a service. */
    @WithDefault("2s")
    Duration connectWithin();

    /** Longest silence on a stream; services send a heartbeat well within it. */
    @WithDefault("75s")
    Duration silence();

    /** Connections to each service, of each event loop. A live stream holds one for as long as it lasts. */
    @WithDefault("128")
    int connections();

    /**
     * Live streams of one organisation to each service: a large practice has some dozen pages open, each of which follows
     * its worklist. All together may hold three quarters of the connections.
     */
    @WithDefault("50")
    int streamsOfOneOrganisation();

    /** Calls that may wait for one service's answer to begin; those of little worth are refused before it is reached. */
    @WithDefault("256")
    int callsAtOnce();

    /** Failures of a service in a row after which it is left alone for a while. */
    @WithDefault("5")
    int failuresTolerated();

    /** How long a failing service is left alone between two trials. */
    @WithDefault("2s")
    Duration trialEvery();

    /** Calls of each event loop that may wait for a connection to a service; any further one is refused at once. */
    @WithDefault("64")
    int waiting();
}
