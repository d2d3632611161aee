package io.consentry.consent.replaylog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs replays in the background, one after the other, so that live traffic keeps its share of the machine. */
@ApplicationScoped
class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final int WAITING = 5;

    /** One is replayed, and the others wait. */
    private final Semaphore places = new Semaphore(1 + WAITING);

    /** Those that wait, and the one that is replayed. */
    private final Set<UUID> going = ConcurrentHashMap.newKeySet();

    private final AgroalDataSource dataSource;
    private final Replayer replayer;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread named = new Thread(work, "log-replay");
                named.setDaemon(true);
                return named;
            });

    Replays(@DataSource("runtime") AgroalDataSource dataSource, Replayer replayer) {
        this.dataSource = dataSource;
        this.replayer = replayer;
    }

    /**
     * Begins a replay.
     *
     * @throws RejectedExecutionException when too many wait already
     */
    ReplayRun begin(String askedBy, long upTo) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("Too many replays wait");
        }
        UUID id = UUID.randomUUID();
        try (Connection connection = dataSource.getConnection()) {
            ReplayRuns.begin(connection, id, askedBy, upTo);
        } catch (SQLException e) {
            places.release();
            throw new IllegalStateException("The replay cannot be noted", e);
        }
        going.add(id);
        thread.execute(() -> run(id, upTo));
        return find(id).orElseThrow();
    }

    Optional<ReplayRun> find(UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            return ReplayRuns.find(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("Replays cannot be read", e);
        }
    }

    /** The newest of all, whoever asked for them. */
    ReplayList latest() {
        try (Connection connection = dataSource.getConnection()) {
            return new ReplayList(ReplayRuns.latest(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("Replays cannot be read", e);
        }
    }

    /** A comparison, and whatever waits for it, may stand still for hours and goes on all the same. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sayThatTheyGoOn() throws SQLException {
        if (!going.isEmpty()) {
            try (Connection connection = dataSource.getConnection()) {
                ReplayRuns.stillThere(connection, going);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void run(UUID id, long upTo) {
        try {
            replayer.replay(id, upTo);
        } catch (Exception e) {
            LOG.errorf(e, "Replay %s stopped; it will show as interrupted", id);
        } finally {
            going.remove(id);
            places.release();
        }
    }
}
