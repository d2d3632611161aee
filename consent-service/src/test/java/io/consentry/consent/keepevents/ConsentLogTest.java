package io.consentry.consent.keepevents;

import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ConsentLogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent_event set practice = 'X'",
                "delete from consent_event",
                "truncate consent_event",
                "update disclosure set name = 'X'",
                "delete from switch_decision",
                "update switch_decision set decision = 'opted-in'",
                "update consent_head set position = 0",
                "alter table consent_event disable trigger all",
                "drop table consent_event"
            })
    void log_cannotBeChanged_byTheRuntimeRole(String sql) {
        optIn(newPractice(), "contraception");
        for (String role : List.of("consent_runtime", "consent_tenant")) {
            assertThatThrownBy(() -> execute(role, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void placeTimeAndHash_areTheDatabasesOwn_whateverIsInserted() throws SQLException {
        String insert = "insert into consent_event (position, recorded_at, leaf_hash, event_id, stream_id,"
                + " stream_sequence, stream_type, event_name, revision, payload, metadata, practice, commitment, leaf)"
                + " values (1, '2000-01-01', '\\x00', 'forged', 'forged', 0, 'X', 'X', '1', '', '', 'FORGED', 'c',"
                + " '{\"position\":null,\"recordedAt\":null,\"text\":\"\\\"position\\\":null\"}')";
        try (Connection runtime = connect("consent_runtime");
                Statement statement = runtime.createStatement()) {
            runtime.setAutoCommit(false);
            statement.execute(insert);
            var row = statement.executeQuery("select position = (select position from consent_head)"
                    + " and recorded_at > now() - interval '1 minute' and octet_length(leaf_hash) = 32,"
                    + " leaf, position from consent_event where event_id = 'forged'");
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(row.getString(2))
                    .startsWith("{\"position\":" + row.getLong(3) + ",\"recordedAt\":\"2")
                    .endsWith("\"text\":\"\\\"position\\\":null\"}");
            runtime.rollback();
        }
        optIn(newPractice(), "contraception");
        assertThat(ask("select max(position) - count(*) from consent_event")).isEqualTo("0");
    }

    /** As somebody would write it who has the service's password and a past to change. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"position\":null,\"recordedAt\":\"2000-01-01T00:00:00.000000Z\"}",
                "{\"position\":1,\"recordedAt\":null}",
                "{\"position\":null}",
                "{}",
                "{\"position\":null,\"recordedAt\" : null}",
                "{\"about\":{\"recordedAt\":null},\"position\":null,\"recordedAt\":\"2000-01-01T00:00:00.000000Z\"}",
                "{\"about\":{\"recordedAt\":null},\"position\":null,\"recordedAt\":null}",
                "{\"about\":{\"position\":null},\"position\":null,\"recordedAt\":null}",
                "{\"about\":{\"position\":null,\"recordedAt\":null}}",
                "{\"position\":null,\"recordedAt\":null,\"recordedAt\":\"2000-01-01T00:00:00.000000Z\"}",
                "{\"position\":null,\"recordedAt\":\"2000-01-01T00:00:00.000000Z\",\"recordedAt\":null}",
                "{\"position\":null,\"recorded\\u0041t\":\"2000-01-01T00:00:00.000000Z\",\"recordedAt\":null}",
                "[{\"position\":null,\"recordedAt\":null}]",
                "no JSON at all"
            })
    void event_isRefused_whoseLeafLeavesPlaceOrTimeToAnybodyButTheDatabase(String leaf) throws SQLException {
        String head = ask("select position from consent_head");

        assertThatThrownBy(() -> execute(
                        "consent_runtime",
                        "insert into consent_event (event_id, stream_id, stream_sequence, stream_type, event_name,"
                                + " revision, payload, metadata, practice, commitment, leaf) values ('back-dated',"
                                + " 'back-dated', 0, 'X', 'X', '1', '', '', 'FORGED', 'c', '" + leaf + "')"))
                .isInstanceOf(SQLException.class);

        assertThat(ask("select position from consent_head")).isEqualTo(head);
    }

    private static void execute(String role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
