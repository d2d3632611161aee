package io.consentry.local.runsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.postgres.DurablePostgres;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on which a suite lives already, and the homes of that suite and of another. */
class ExternalServerTest {

    private static final String THEIRS = "their password";

    private static DurablePostgres server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        server = DurablePostgres.start(directory.resolve("data"), 0, "admin", THEIRS);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void anotherHome_isRefused_andChangesNothing() throws Exception {
        assertThatThrownBy(() -> prepare("our password"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ingest_owner");

        for (SuiteDatabase database : SuiteDatabase.values()) {
            server.connect(database, database.runtime(), THEIRS).close();
        }
    }

    @Test
    void itsOwnHome_isTakenAgain_andFindsWhatAStartThatFailedHalfWayDidNotMake() throws Exception {
        try (Connection admin = server.connectAsAdmin()) {
            admin.createStatement().execute("drop database filing");
            admin.createStatement().execute("drop role filing_runtime, filing_tenant");
        }

        assertThat(prepare(THEIRS).address()).isEqualTo(server.address());
        server.connect(SuiteDatabase.FILING, SuiteDatabase.FILING.tenant(), THEIRS)
                .close();
    }

    /** Where everybody is trusted, every password is right. */
    @Test
    void anotherHome_isRefused_alsoWhereTheServerAsksForNoPassword(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (DurablePostgres trusting = DurablePostgres.start(data, 0, "admin", THEIRS)) {
            letEverybodyIn(trusting, data);
            String url = "postgresql://postgres@" + trusting.address() + "/postgres";

            ExternalServer.prepare(url, THEIRS, "their-home");

            assertThat(ExternalServer.prepare(url, THEIRS, "their-home").address())
                    .isEqualTo(trusting.address());
            assertThatThrownBy(() -> ExternalServer.prepare(url, "our password", "our-home"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(
                            "another home", "their-home", "our-home", "comment on role ingest_owner is");
        }
    }

    /** As one does that was put back from a copy of its secrets. */
    @Test
    void itsOwnHome_isTakenAgain_whereItLostItsId_andItsPasswordsProveIt() throws Exception {
        prepare(THEIRS, "an-id-that-was-lost");

        prepare(THEIRS, "a-new-id");

        try (Connection admin = server.connectAsAdmin()) {
            assertThat(ResidentHome.of(admin)).contains("a-new-id");
        }
    }

    @Test
    void commentOfSomebodyElse_isKept() throws Exception {
        try (Connection admin = server.connectAsAdmin()) {
            admin.createStatement().execute("comment on role ingest_owner is 'ask Ann'");

            prepare(THEIRS);

            try (ResultSet comment = admin.createStatement()
                    .executeQuery("select shobj_description('ingest_owner'::regrole, 'pg_authid')")) {
                comment.next();
                assertThat(comment.getString(1)).isEqualTo("ask Ann");
            } finally {
                admin.createStatement().execute("comment on role ingest_owner is null");
            }
        }
    }

    private static void letEverybodyIn(DurablePostgres server, Path data) throws Exception {
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        try (Connection admin = server.connectAsAdmin()) {
            admin.createStatement().execute("select pg_reload_conf()");
        }
        // The server takes the rules over some moments after it was told.
        for (int look = 0; look < 250 && !letsIn(server); look++) {
            Thread.sleep(20);
        }
    }

    private static boolean letsIn(DurablePostgres server) {
        try {
            server.connect(SuiteDatabase.INGEST, SuiteDatabase.INGEST.owner(), "a guess")
                    .close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static ExternalServer prepare(String password) throws IOException, SQLException {
        return prepare(password, password + "'s home");
    }

    private static ExternalServer prepare(String password, String homeId) throws IOException, SQLException {
        return ExternalServer.prepare(
                "postgresql://postgres:admin@" + server.address() + "/postgres", password, homeId);
    }
}
