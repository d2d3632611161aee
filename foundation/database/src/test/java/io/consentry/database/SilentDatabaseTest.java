package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.SilentPostgres;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that neither answers nor hangs up holds no background work for ever, and is used again once it answers. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = SilentPostgres.class, restrictToAnnotatedClass = true)
class SilentDatabaseTest {

    /** Several times what the service waits for an answer. */
    private static final long SECONDS = 15;

    @Inject
    @DataSource("runtime")
    AgroalDataSource runtime;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void speakAgain() {
        SilentPostgres.line().speakAgain();
        threads.shutdownNow();
    }

    @Test
    void backgroundWork_isSentOn_andGoesOnLater() throws Exception {
        assertThat(askAsRuntime("select 1")).isEqualTo(1);
        SilentPostgres.line().fallSilent();

        Future<Integer> work = threads.submit(() -> askAsRuntime("select 2"));

        assertThatThrownBy(() -> work.get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SQLException.class);
        SilentPostgres.line().speakAgain();
        assertThat(askAsRuntime("select 3")).isEqualTo(3);
    }

    @Test
    void backgroundWork_goesOn_whereItsConnectionsAreForgotten() throws Exception {
        assertThat(askAsRuntime("select 1")).isEqualTo(1);
        SilentPostgres.line().forgetConnections();

        Future<Integer> work = threads.submit(() -> {
            try {
                return askAsRuntime("select 2");
            } catch (SQLException e) {
                return askAsRuntime("select 2");
            }
        });

        assertThat(work.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void longStatement_isNotCutOff_whereItMayTakeAsLongAsItTakes() throws Exception {
        try (Connection connection = runtime.getConnection()) {
            int usual = connection.getNetworkTimeout();
            LongWork.on(connection, () -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("select pg_sleep(4)");
                }
            });
            assertThat(connection.getNetworkTimeout()).isEqualTo(usual);
        }
    }

    /** Else nobody would ever tell it that the other end is gone. */
    @Test
    void longStatement_isSentOn_onAConnectionThatTheSystemKeepsAnEyeOn() {
        assertThat(runtime.getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration()
                        .jdbcProperties())
                .containsEntry("tcpKeepAlive", "true");
    }

    private int askAsRuntime(String question) throws SQLException {
        try (Connection connection = runtime.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        }
    }
}
