package io.consentry.feed.publish;

import io.agroal.api.AgroalDataSource;
import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/**
 * Gives committed events their positions: gapless, in the order in which they became visible.
 *
 * <p>Numbering after the commit keeps the writers free of each other. There is one sequencer a service, whoever holds
 * an advisory lock of the database; the lock lives in the connection that numbers, so a process that loses the one has
 * lost the other.
 */
@Singleton
class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Any number no other part of a service uses as an advisory lock. */
    private static final long LEADER_LOCK = 0x636f6e73656e7472L;

    private static final String NUMBER = """
            with waiting as (
                select id, row_number() over (order by inserted) as place
                from (select id, inserted from feed_event where position is null order by inserted limit 1000) next
            ), numbered as (
                update feed_event e
                set position = (select coalesce(max(position), 0) from feed_event) + w.place
                from waiting w where e.id = w.id
                returning e.position
            )
            select max(position), count(*) from numbered""";

    private static final int MOST_AT_ONCE = 1000;

    private final AgroalDataSource database;
    private final FeedSignal signal;
    private final FeedConfig config;
    private final Background numbering;
    private volatile boolean stopping;

    Sequencer(@DataSource("runtime") AgroalDataSource database, FeedSignal signal, FeedConfig config) {
        this.database = database;
        this.signal = signal;
        this.config = config;
        this.numbering = new Background("feed-sequencer", config.tryToLead(), this::lead);
    }

    void start(@Observes StartupEvent event) {
        numbering.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        numbering.stop();
    }

    /** Returns where another process leads. */
    private boolean lead() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            leadWhilePossible(connection);
            return false;
        }
    }

    private void leadWhilePossible(Connection connection) throws SQLException, InterruptedException {
        if (!booleanAnswer(connection, "select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
            return;
        }
        LOG.debug("This process numbers the feed's events");
        try (Statement number = connection.createStatement()) {
            long seen = -1;
            Gathered gathered = new Gathered(System.nanoTime());
            while (!stopping) {
                seen = signal.awaitAnnouncement(seen, config.lookForAnnouncements());
                long numbered = numberAll(number);
                Thread.sleep(gathered.untilTheNext(numbered, System.nanoTime()).toMillis());
            }
        } finally {
            booleanAnswer(connection, "select pg_advisory_unlock(" + LEADER_LOCK + ")");
        }
    }

    /** How many they were. */
    private long numberAll(Statement number) throws SQLException {
        long all = 0;
        long some;
        do {
            some = numberSome(number);
            all += some;
        } while (some == MOST_AT_ONCE);
        return all;
    }

    /**
     * How many, of those that wait, one statement numbered. What is announced meanwhile is counted, and looked for anew.
     * Planned each time: a plan that was made when the table was small would be kept while it grows.
     */
    private long numberSome(Statement number) throws SQLException {
        try (ResultSet last = number.executeQuery(NUMBER)) {
            last.next();
            long numbered = last.getLong(2);
            if (numbered > 0) {
                signal.numberedUpTo(last.getLong(1));
            }
            return numbered;
        }
    }

    private static boolean booleanAnswer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
