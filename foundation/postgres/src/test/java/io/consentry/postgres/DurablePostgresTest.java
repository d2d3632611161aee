package io.consentry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresTest {

    @Test
    void keepsWhatWasCommitted_betweenStarts(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, "first");
                Connection owner = postgres.connect(SuiteDatabase.INGEST, "ingest_owner", "first")) {
            owner.createStatement().execute("create table kept (n int); insert into kept values (42)");
        }
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, "second");
                Connection owner = postgres.connect(SuiteDatabase.INGEST, "ingest_owner", "second")) {
            ResultSet kept = owner.createStatement().executeQuery("select n from kept");
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void refusesToServe_whenTheServerIsNotDurable(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, "secret");
                Connection admin = postgres.connectAsAdmin()) {
            admin.createStatement().execute("set synchronous_commit = off");
            assertThatThrownBy(() -> DurableSettings.require(admin)).hasMessageContaining("synchronous_commit is off");
        }
    }

    @Test
    void oneServicesRole_cannotConnectToAnothersDatabase(@TempDir Path directory) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(directory.resolve("data"), 0, "secret")) {
            assertThatThrownBy(() -> postgres.connect(SuiteDatabase.CONSENT, "ingest_runtime", "secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }
}
