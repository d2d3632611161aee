package io.consentry.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Whoever connects to a server of ours names a password, also from this very machine: others may have accounts on it, and
 * PostgreSQL's administrator reads and changes everything.
 */
final class PasswordsOnly {

    private static final String RULES = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            local   all       all                 scram-sha-256
            host    all       all   127.0.0.1/32  scram-sha-256
            host    all       all   ::1/128       scram-sha-256
            """;

    private static final int LOOKS = 250;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private PasswordsOnly() {}

    /** Opens a connection as the administrator. */
    interface Administrator {
        Connection connect(String password) throws SQLException;
    }

    /** Whether the server of this directory lets somebody in unasked, as all did that were made before passwords. */
    static boolean areNotAskedFor(Path dataDirectory) throws IOException {
        Path rules = rules(dataDirectory);
        return Files.exists(rules)
                && Files.readAllLines(rules).stream()
                        .anyMatch(line ->
                                !line.startsWith("#") && line.stripTrailing().endsWith("trust"));
    }

    /** Gives the administrator of a running server this password, and lets nobody in without one from now on. */
    static void ask(Path dataDirectory, Administrator administrator, String password) throws IOException, SQLException {
        try (Connection admin = administrator.connect(password)) {
            // First the password, then the rules: stopped between the two, the next start does it again.
            SuiteRoles.execute(admin, "alter role postgres password " + SuiteRoles.literal(password));
            Path unfinished = rules(dataDirectory).resolveSibling("pg_hba.conf.new");
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(RULES.getBytes(StandardCharsets.US_ASCII)));
                // A server whose rules were lost with the power lets nobody in, and does not start.
                file.force(true);
            }
            Files.move(unfinished, rules(dataDirectory), StandardCopyOption.ATOMIC_MOVE);
            SuiteRoles.execute(admin, "select pg_reload_conf()");
        }
        awaitRefusal(administrator);
    }

    /** The server takes the rules over some moments after it was told. */
    private static void awaitRefusal(Administrator administrator) throws IOException {
        try {
            for (int look = 0; look < LOOKS; look++) {
                administrator.connect("").close();
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (SQLException refused) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("PostgreSQL still lets its administrator in without a password");
    }

    private static Path rules(Path dataDirectory) {
        return dataDirectory.resolve("pg_hba.conf");
    }
}
