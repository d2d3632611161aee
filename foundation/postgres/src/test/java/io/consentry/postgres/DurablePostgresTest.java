package io.consentry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresTest {

    private static final String ADMIN = "the administrator's password";

    @Test
    void keepsWhatWasCommitted_betweenStarts(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, ADMIN, "first");
                Connection owner = postgres.connect(SuiteDatabase.INGEST, "ingest_owner", "first")) {
            owner.createStatement().execute("create table kept (n int); insert into kept values (42)");
        }
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, ADMIN, "second");
                Connection owner = postgres.connect(SuiteDatabase.INGEST, "ingest_owner", "second")) {
            ResultSet kept = owner.createStatement().executeQuery("select n from kept");
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void refusesToServe_whenTheServerIsNotDurable(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, ADMIN, "secret");
                Connection admin = postgres.connectAsAdmin()) {
            admin.createStatement().execute("set synchronous_commit = off");
            assertThatThrownBy(() -> DurableSettings.require(admin)).hasMessageContaining("synchronous_commit is off");
        }
    }

    @Test
    void oneServicesRole_cannotConnectToAnothersDatabase(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, ADMIN, "secret")) {
            assertThatThrownBy(() -> postgres.connect(SuiteDatabase.CONSENT, "ingest_runtime", "secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void administrator_isRefused_withoutThePassword(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, ADMIN, "secret")) {
            requirePassword(postgres);
        }
        try (var left = Files.list(directory)) {
            assertThat(left).as("no file of a password").containsExactly(directory.resolve("data"));
        }
    }

    @Test
    void password_isWrittenToNoFile_whereTheServerHasItAlready(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        DurablePostgres.start(data, 0, ADMIN, "secret").close();
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            DurablePostgres.start(data, 0, ADMIN, "secret").close();

            assertThat(watch.poll()).as("a file that was there meanwhile").isNull();
        }
    }

    @Test
    void serverFromBeforePasswords_asksForThem_andKeepsWhatItHas(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, ADMIN, "secret");
                Connection admin = postgres.connectAsAdmin()) {
            admin.createStatement().execute("create table kept (n int); alter role postgres password null");
        }
        Files.writeString(data.resolve("pg_hba.conf"), """
                # Put your actual configuration here
                local   all  all                trust
                host    all  all  127.0.0.1/32  trust
                """);

        for (int start = 0; start < 2; start++) {
            try (DurablePostgres postgres = DurablePostgres.start(data, 0, "another", "secret");
                    Connection admin = postgres.connectAsAdmin()) {
                requirePassword(postgres);
                admin.createStatement().execute("select n from kept");
            }
        }
    }

    @Test
    void noSocket_standsOpenToOthers(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, ADMIN, "secret");
                Connection admin = postgres.connectAsAdmin();
                ResultSet sockets = admin.createStatement().executeQuery("show unix_socket_directories")) {
            sockets.next();
            assertThat(sockets.getString(1)).isEmpty();
        }
    }

    private static void requirePassword(DurablePostgres postgres) {
        for (String guess : new String[] {"", "guessed"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://" + postgres.address() + "/postgres", "postgres", guess))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }
}
