package io.consentry.filing.showworklist;

import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells the other processes of this service what was written here, and hears what was written there, so that an open
 * page hears of a change whichever process its practice's events fall to.
 *
 * <p>The database passes it on with the commit, in the order of commits. What is passed on names an item and nothing of
 * the patient. What is told while the line is away is told to nobody: with every new line, all who follow are told to read
 * their worklist again.
 */
@Singleton
public class ChangesElsewhere {

    private static final String CHANNEL = "worklist_change";
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** Without a word: whoever only listens never learns that nobody speaks any more. */
    private static final Duration UNTIL_ASKED = Duration.ofSeconds(10);

    /** In the place of a change. The process that tells it hears it too. */
    private static final String READ_AGAIN = "read-again";

    private static final String TELL_TO_READ_AGAIN = "notify " + CHANNEL + ", '" + READ_AGAIN + "'";

    /** Characters after which no change is added: PostgreSQL passes on less than 8000 bytes at a time. */
    private static final int LONG_ENOUGH = 4000;

    private static final String TELL = "select pg_notify('" + CHANNEL + "', told) from unnest(?) told";

    private final String here = UUID.randomUUID().toString();
    private final ShownChanges changes;
    private final javax.sql.DataSource database;
    private final Background listening = new Background("changes-elsewhere", this::listen);
    private @Nullable Connection connection;
    private long lastSignOfLife;

    ChangesElsewhere(ShownChanges changes, @DataSource("runtime") javax.sql.DataSource database) {
        this.changes = changes;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        listening.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        listening.stop();
    }

    /** With the commit of this transaction the others hear of these. */
    public void tell(Connection transaction, Collection<Change> written) throws SQLException {
        try (PreparedStatement notify = transaction.prepareStatement(TELL)) {
            notify.setArray(1, transaction.createArrayOf("text", toldAs(written).toArray()));
            notify.execute();
        }
    }

    /** With the commit of this transaction all who follow a worklist, here and elsewhere, are told to read it again. */
    public void tellToReadAgain(Connection transaction) throws SQLException {
        try (Statement notify = transaction.createStatement()) {
            notify.execute(TELL_TO_READ_AGAIN);
        }
    }

    /** Who tells it, then practice, item and version of each: as few as hold them all, since each wakes who listens. */
    private List<String> toldAs(Collection<Change> written) {
        List<String> told = new ArrayList<>();
        StringBuilder next = new StringBuilder(here);
        for (Change change : written) {
            next.append(' ').append(change.practice()).append(' ').append(change.itemId());
            next.append(' ').append(change.version());
            if (next.length() > LONG_ENOUGH) {
                told.add(next.toString());
                next.setLength(here.length());
            }
        }
        if (next.length() > here.length()) {
            told.add(next.toString());
        }
        return told;
    }

    /** Waits for what others tell. A connection that fails is given back, and the next look takes another. */
    private boolean listen() throws SQLException {
        Connection listener = connection;
        try {
            if (listener == null) {
                listener = database.getConnection();
                connection = listener;
                try (Statement listen = listener.createStatement()) {
                    listen.execute("listen " + CHANNEL);
                }
                lastSignOfLife = System.nanoTime();
                // After the database has begun to pass on: what came before is read, and what comes now is heard.
                changes.tellToReadAgain();
            }
            PGNotification[] heard =
                    listener.unwrap(PGConnection.class).getNotifications(Math.toIntExact(WAIT.toMillis()));
            Stream.ofNullable(heard).flatMap(Stream::of).forEach(this::hear);
            if (heard != null && heard.length > 0) {
                lastSignOfLife = System.nanoTime();
            }
            askAfterSilence(listener);
            return true;
        } catch (SQLException e) {
            giveBack(listener);
            throw e;
        }
    }

    private void askAfterSilence(Connection listener) throws SQLException {
        if (System.nanoTime() - lastSignOfLife < UNTIL_ASKED.toNanos()) {
            return;
        }
        if (!listener.isValid(Math.toIntExact(WAIT.toSeconds()))) {
            throw new SQLException("The database does not answer where it is listened to");
        }
        lastSignOfLife = System.nanoTime();
    }

    private void giveBack(@Nullable Connection listener) throws SQLException {
        connection = null;
        if (listener != null) {
            listener.close();
        }
    }

    private void hear(PGNotification told) {
        String text = told.getParameter();
        if (text.equals(READ_AGAIN)) {
            changes.tellToReadAgain();
            return;
        }
        if (text.startsWith(here)) {
            return;
        }
        String[] parts = text.split(" ");
        for (int next = 1; next + 2 < parts.length; next += 3) {
            changes.tell(new Change(parts[next], parts[next + 1], Long.parseLong(parts[next + 2])));
        }
    }
}
