package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a failure says something of what was given, or of the database alone. */
class WhoseDoingTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "55P03", "57014", "57P01", "58030", "25006", "40001", "40P01"})
    void whatTheDatabaseWouldRefuseToAnyone_mayPass_byEitherDriver(String state) {
        assertThat(WhoseDoing.mayPass(byPostgres(state))).isTrue();
        assertThat(WhoseDoing.mayPass(new SQLException("refused", state))).isTrue();
        assertThat(WhoseDoing.mayPass(new CompletionException(byPostgres(state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42501", "P0001"})
    void whatIsWrongWithTheRows_doesNot(String state) {
        assertThat(WhoseDoing.mayPass(byPostgres(state))).isFalse();
        assertThat(WhoseDoing.mayPass(new SQLException("refused", state))).isFalse();
    }

    @Test
    void aDatabaseThatDoesNotAnswer_mayBeBack() {
        assertThat(WhoseDoing.mayPass(new SQLException("no connection in time")))
                .isTrue();
        assertThat(WhoseDoing.mayPass(new ConnectException("refused"))).isTrue();
        assertThat(WhoseDoing.mayPass(ClosedConnectionException.INSTANCE)).isTrue();
    }

    @Test
    void aFaultOfOurOwn_doesNotPass() {
        assertThat(WhoseDoing.mayPass(new IllegalStateException(new NullPointerException())))
                .isFalse();
    }

    private static PgException byPostgres(String state) {
        return new PgException("refused", "ERROR", state, null);
    }
}
