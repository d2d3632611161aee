package io.consentry.filing.receiveitem;

import io.consentry.feed.follow.FeedFollower;
import io.consentry.feed.follow.HttpEventSource;
import io.consentry.feed.follow.NotNowException;
import io.consentry.filing.askingest.Ingest;
import io.consentry.web.internal.ServiceConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Follows the ingest service's feed for as long as this service runs. */
@Singleton
class FollowIngest {

    /** Observers without a priority have 2500, the event store's start among them. */
    private static final int AFTER_THE_EVENT_STORE = 3000;

    private static final int BEFORE_THE_EVENT_STORE = 2000;

    /** Names the feed in this service's tables. */
    static final String FEED = "ingest";

    private final FeedFollower follower;

    FollowIngest(
            Ingest ingest, ServiceConnections connections, UnitOfWorkTransactions transactions, ReceiveItems items) {
        this.follower = new FeedFollower(FEED, new HttpEventSource(ingest.address(), connections), transactions, items);
    }

    void start(@Observes @Priority(AFTER_THE_EVENT_STORE) StartupEvent event) {
        follower.start();
    }

    void retryParked() throws NotNowException, SQLException {
        follower.retryParked();
    }

    void stop(@Observes @Priority(BEFORE_THE_EVENT_STORE) ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }
}
