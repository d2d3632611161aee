package io.consentry.filing;

import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what this service tells its other processes, from now on. */
final class OtherProcess implements AutoCloseable {

    private final Connection line = Database.connect(SuiteDatabase.FILING.runtime());

    OtherProcess() throws SQLException {
        try (Statement listen = line.createStatement()) {
            listen.execute("listen worklist_change");
        }
    }

    /** Waits until it hears of this item in its first version. */
    void awaits(String practice, String item) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            PGNotification[] heard = line.unwrap(PGConnection.class).getNotifications(500);
            return Stream.ofNullable(heard).flatMap(Stream::of).anyMatch(told -> (told.getParameter() + " ")
                    .contains(" " + practice + " " + item + " 0 "));
        });
    }

    @Override
    public void close() throws SQLException {
        line.close();
    }
}
