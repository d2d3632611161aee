package io.consentry.filing;

import static io.consentry.filing.Rebuilds.operator;
import static io.consentry.filing.Rebuilds.rebuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class RebuildTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private void workOnSomeItems() {
        String filed = SentMessage.to(practice).flagged().send();
        String rejected = SentMessage.to(practice).asUrgent().send();
        String older = SentMessage.to(practice).send();
        String undone = SentMessage.to(practice).send();
        List.of(filed, rejected, older, undone).forEach(ada::awaitItem);
        ada.awaitItem(SentMessage.to(practice).replacing(older).send());
        ada.file(filed, "\"0\"", """
                {"exclude": ["entry-medicine"], "acknowledge": ["temperature-high:entry-temperature"], "note": "n"}""").then().statusCode(200);
        ada.reject(rejected, "\"0\"", "{\"reason\": \"wrong-patient\"}").then().statusCode(200);
        ada.reject(undone, "\"0\"", "{\"reason\": \"wrong-patient\"}").then().statusCode(200);
        ada.act(undone, "undo", "\"1\"", "").then().statusCode(200);
        ada.act(undone, "assign", "\"2\"", "{\"to\": \"bob\"}").then().statusCode(200);
        ada.act(undone, "note", "\"3\"", "{\"note\": \"Please\"}").then().statusCode(200);
    }

    @Test
    void tables_areTheSameAgain_whateverBecameOfThem_andThePracticeReadsOnMeanwhile() throws Exception {
        workOnSomeItems();
        List<String> before = rows();
        spoil();
        assertThat(rows()).isNotEqualTo(before);
        AtomicBoolean readable = new AtomicBoolean(true);
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                readable.compareAndSet(true, ada.list("?status=all").statusCode() == 200);
            }
        });
        reader.start();

        JsonPath rebuilt = rebuild();
        done.set(true);
        reader.join();

        assertThat(rebuilt.getString("status")).isEqualTo("finished");
        assertThat(rebuilt.getLong("told"))
                .isGreaterThanOrEqualTo(rebuilt.getLong("events"))
                .isPositive();
        assertThat(rebuilt.getLong("differences")).isPositive();
        assertThat(rows()).isEqualTo(before);
        assertThat(readable).isTrue();
        assertThat(rebuild().getLong("differences")).isZero();
    }

    @Test
    void openPage_isToldToReadAgain_whenWhatItShowsWasWrong() throws Exception {
        workOnSomeItems();
        OpenPage page = OpenPage.at(practice, TestTokens.of("practice", practice));
        CompletableFuture<String> told = page.firstLine("event:");
        spoil();

        rebuild();

        assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo("event:read-again");
    }

    @Test
    void worklist_goesOn_afterARebuild() {
        rebuild();
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        ada.file(item, "\"0\"", "{}").then().statusCode(200).body("status", equalTo("filed"));
    }

    @Test
    void rebuilds_areForOperators() {
        ada.asking().post("/rebuilds").then().statusCode(403);
        operator().get("/rebuilds/no-such").then().statusCode(404);
    }

    private void spoil() throws SQLException {
        Database.change(
                "update worklist_item set status = 'filed', possible_breach = true where practice = ? and"
                        + " status = 'pending'",
                practice);
        Database.change("delete from worklist_item where practice = ? and status = 'rejected'", practice);
        Database.change("delete from item_history where practice = ? and version = 1", practice);
        Database.change("update item_history set reason = 'nonsense' where practice = ?", practice);
    }

    private List<String> rows() throws SQLException {
        return Database.rows("""
                select t::text from (
                    select to_jsonb(w) t from worklist_item w where practice = ?
                    union all select to_jsonb(h) from item_history h where practice = ?) rows
                order by 1""", practice, practice);
    }
}
