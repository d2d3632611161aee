package io.consentry.feed.publish;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.ItemFiled;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whatever befalls the sequencer once, what is announced afterwards gets its position. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SequencerGoesOnTest {

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    @Test
    void announcementIsNumbered_afterAFailureNobodyThoughtOf() throws Exception {
        numbersOnAfter(new IllegalStateException("once"));
    }

    @Test
    void announcementIsNumbered_afterAnErrorOfTheMachine() throws Exception {
        numbersOnAfter(new StackOverflowError("once"));
    }

    private void numbersOnAfter(Throwable failure) throws SQLException {
        FailsOnce signal = new FailsOnce(failure);
        QuarkusMock.installMockForType(signal, FeedSignal.class);
        await().atMost(10, SECONDS).until(signal.failed::get);

        String message = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection()) {
            Announcements.announce(connection, List.of(new ItemFiled(message, "Z00001", Instant.EPOCH, false)));
        }

        await().atMost(10, SECONDS).until(() -> isNumbered(message));
    }

    private boolean isNumbered(String message) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from feed_event where subject = ? and position is not null")) {
            query.setString(1, message);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) == 1;
            }
        }
    }

    /** The real signal, but for the first time that the sequencer waits for it. */
    @Vetoed
    private static final class FailsOnce extends FeedSignal {

        private final AtomicBoolean failed = new AtomicBoolean();
        private final Throwable failure;

        FailsOnce(Throwable failure) {
            this.failure = failure;
        }

        @Override
        long awaitAnnouncement(long seen, Duration atMost) throws InterruptedException {
            if (failed.getAndSet(true)) {
                return super.awaitAnnouncement(seen, atMost);
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
