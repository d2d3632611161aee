package io.consentry.ingest.recordoutcome;

import io.consentry.feed.follow.FeedFollower;
import io.consentry.feed.follow.HttpEventSource;
import io.consentry.feed.follow.Transactions;
import io.consentry.web.internal.ServiceConnections;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Follows the filing service's feed for as long as this service runs. */
@Singleton
class FollowFiling {

    private final FeedFollower follower;

    FollowFiling(
            @ConfigProperty(name = "consentry.filing.url") URI filing,
            @DataSource("runtime") javax.sql.DataSource database,
            ServiceConnections connections,
            KeepNote notes) {
        follower = new FeedFollower(
                "filing-service",
                new HttpEventSource(filing, connections),
                Transactions.on(database),
                new RecordOutcomes(notes));
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }
}
