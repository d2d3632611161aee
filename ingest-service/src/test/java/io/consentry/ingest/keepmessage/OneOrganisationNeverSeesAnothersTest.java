package io.consentry.ingest.keepmessage;

import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TenantRole;
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
    void theNote_isForSenderAndPractice_andTheDutyForTheSenderAlone() throws SQLException {
        try (Connection runtime = Tables.asRuntime();
                Statement statement = runtime.createStatement()) {
            statement.execute("insert into sender_note (message_id, sender, practice, note, note_key)"
                    + " select id, sender, practice, 'x', 1 from message where id = '" + id + "'");
            statement.execute("insert into correction (id, message_id, sender, practice, service, identifier, reason,"
                    + " opened_at) select id, id, sender, practice, service, identifier_value, 'wrong-patient', now()"
                    + " from message where id = '" + id + "'");
        }

        assertThat(visible(Samples.PHARMACY, "sender_note where message_id")).isEqualTo(1);
        assertThat(visible("R00001", "sender_note where message_id")).isEqualTo(1);
        assertThat(visible("R00002", "sender_note where message_id")).isZero();
        assertThat(visible(Samples.PHARMACY, "correction where message_id")).isEqualTo(1);
        assertThat(visible("R00001", "correction where message_id")).isZero();
        assertThat(visible("", "correction where message_id")).isZero();
    }

    @Test
    void theTenantRole_reachesNothing_thatIsNotUnderRowLevelSecurity() throws SQLException {
        try (Connection tenant = Tables.asTenant()) {
            assertThat(TenantRole.liberties(tenant))
                    .as("where practices want refused consultations is for every sender to know")
                    .containsExactly("sees all of fallback_address");
        }
        try (Connection runtime = Tables.as("ingest_runtime")) {
            assertThat(TenantRole.liberties(runtime)).as("the control").contains("sees all of data_key");
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
                "delete from sender_note",
                "update sender_note set note = ''",
                "delete from correction",
                "update correction set reason = 'other'",
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
                "delete from correction",
                "update correction set closed_at = now()",
                "update sender_note set note = ''",
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
