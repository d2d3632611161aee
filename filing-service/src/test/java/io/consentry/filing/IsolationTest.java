package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TenantRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class IsolationTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @ParameterizedTest
    @ValueSource(strings = {"worklist_item", "item_history", "item_content", "item_opening", "item_search"})
    void tenantRole_seesOnlyThePracticeThatIsSet_inEveryTable(String table) throws SQLException {
        ada.awaitItem(SentMessage.to(practice).send());

        try (Connection tenant = Database.connect(SuiteDatabase.FILING.tenant())) {
            assertThat(count(tenant, table)).isZero();
            set(tenant, SentMessage.anyPractice());
            assertThat(count(tenant, table)).isZero();
            set(tenant, practice);
            assertThat(count(tenant, table)).isPositive();
            assertThat(count(tenant, table + " where practice <> '" + practice + "'"))
                    .isZero();
            set(tenant, "");
            assertThat(count(tenant, table)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from stored_event",
                "select 1 from outcome_to_tell",
                "select 1 from data_key",
                "delete from item_content",
                "delete from item_opening",
                "update worklist_item set status = 'filed'",
                "insert into item_history (item_id, version, practice, what, at) values ('x', 0, 'Z', 'filed', now())"
            })
    void tenantRole_mayNot(String statement) throws SQLException {
        try (Connection tenant = Database.connect(SuiteDatabase.FILING.tenant());
                Statement sql = tenant.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void tenantRole_reachesNothing_thatIsNotUnderRowLevelSecurity() throws SQLException {
        try (Connection tenant = Database.connect(SuiteDatabase.FILING.tenant())) {
            assertThat(TenantRole.liberties(tenant)).isEmpty();
        }
        try (Connection runtime = Database.connect(SuiteDatabase.FILING.runtime())) {
            assertThat(TenantRole.liberties(runtime)).as("the control").contains("sees all of stored_event");
        }
    }

    @Test
    void nothingOfThePatient_isInAnyTableUnsealed_whateverPeopleDo() throws SQLException {
        String filed = SentMessage.to(practice).flagged().send();
        String rejected = SentMessage.to(practice).send();
        ada.awaitItem(filed);
        ada.awaitItem(rejected);
        ada.file(filed, "\"0\"", """
                {"acknowledge": ["temperature-high:entry-temperature"], "note": "Canarybird, 9990000018"}""").then().statusCode(200);
        ada.reject(rejected, "\"0\"", "{\"reason\": \"other\", \"note\": \"Not Canarybird\"}")
                .then()
                .statusCode(200);

        for (String table : tables()) {
            for (String secret : List.of(SentMessage.CANARY, SentMessage.NHS_NUMBER)) {
                String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                assertThat(Database.asRuntime(
                                "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                                "%" + secret + "%",
                                "%" + hex + "%"))
                        .as("%s in %s", secret, table)
                        .isEqualTo("0");
            }
        }
    }

    /** Every table that holds rows; a test that looks nowhere would always pass. */
    private static List<String> tables() throws SQLException {
        List<String> tables =
                Database.rows("select table_name from information_schema.table_privileges where table_schema = 'public'"
                        + " and privilege_type = 'SELECT' and grantee = current_user order by 1");
        assertThat(tables).contains("stored_event", "item_content", "item_history", "worklist_item", "feed_event");
        return tables;
    }

    private static void set(Connection tenant, String ods) throws SQLException {
        try (Statement statement = tenant.createStatement()) {
            statement.execute("select set_config('app.ods', '" + ods + "', false)");
        }
    }

    private static int count(Connection tenant, String table) throws SQLException {
        try (Statement statement = tenant.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
