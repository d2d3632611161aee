package io.consentry.ingest.keepmessage;

import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself allows, whatever the service asks of it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class OneOrganisationNeverSeesAnothersTest {

    private String id = "";

    @BeforeEach
    void oneMessageIsThere() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn("R00001");
        id = xml("R00001", Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void senderAndPractice_seeTheirRows_andNobodyElseAny() throws SQLException {
        for (String table : List.of("message where id", "timeline_entry where message_id")) {
            assertThat(visible(Samples.PHARMACY, table)).isEqualTo(1);
            assertThat(visible("R00001", table)).isEqualTo(1);
            assertThat(visible("R00002", table)).isZero();
            assertThat(visible("", table)).isZero();
        }
        try (Connection tenant = Tables.asTenant()) {
            assertThat(Tables.count(tenant, "select count(*) from message")).isZero();
            assertThat(Tables.count(tenant, "select count(*) from fallback")).isZero();
        }
    }

    @Test
    void theTenantRole_canNeitherReadContentNorChangeWhatWasWritten() {
        for (String statement : List.of(
                "select * from message_content",
                "select * from held_message",
                "select * from data_key",
                "select * from feed_event",
                "update message set status = 'filed'",
                "delete from message",
                "update timeline_entry set status = 'filed'",
                "delete from timeline_entry",
                "truncate message cascade")) {
            assertThatThrownBy(() -> execute("tenant", statement))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theTenantRole_writesInNobodyElsesName() {
        assertThatThrownBy(() -> execute(
                        "tenant",
                        "insert into timeline_entry (message_id, sender, practice, status, at) values ('" + id
                                + "', 'FQW30', 'R00001', 'filed', now())"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theRuntimeRole_cannotRewriteWhatHappened() {
        for (String statement : List.of(
                "update timeline_entry set status = 'filed'",
                "delete from timeline_entry",
                "delete from message",
                "update message set sender = 'X'",
                "update message set content_hmac = ''",
                "update feed_event set data = ''",
                "delete from feed_event",
                "delete from fallback",
                "update message_content set original = ''")) {
            assertThatThrownBy(() -> execute("runtime", statement))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    private long visible(String organisation, String tableWhere) throws SQLException {
        try (Connection tenant = Tables.asTenant()) {
            tenant.setAutoCommit(false);
            Tables.count(tenant, "select length(set_config('app.ods', ?, true))", organisation);
            return Tables.count(tenant, "select count(*) from " + tableWhere + " = ?::uuid", id);
        }
    }

    private static void execute(String role, String sql) throws SQLException {
        try (Connection connection = Tables.as("ingest_" + role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.ods', 'OTHER1', true)");
            statement.execute(sql);
            connection.rollback();
        }
    }
}
