package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class OutcomesTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void outcomes_areAnnounced_onceTheUndoTimeHasPassed() throws SQLException {
        String filed = pending();
        String changed = pending();
        String rejected = pending();
        ada.file(filed, "\"0\"", "{}").then().statusCode(200);
        assertThat(announced(filed)).isEmpty();
        ada.file(changed, "\"0\"", "{\"exclude\": [\"entry-medicine\"]}").then().statusCode(200);
        ada.reject(rejected, "\"0\"", "{\"reason\": \"not-our-patient\", \"note\": \"secret\"}")
                .then()
                .statusCode(200);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !announced(rejected)
                .isEmpty());

        assertThat(announced(filed)).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("type", "io.consentry.ItemFiled.v1");
            assertThat(data(event)).containsEntry("withChanges", false).containsEntry("practice", practice);
        });
        assertThat(announced(changed)).singleElement().satisfies(event -> assertThat(data(event))
                .containsEntry("withChanges", true));
        assertThat(announced(rejected)).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("type", "io.consentry.ItemRejected.v1");
            assertThat(data(event))
                    .containsEntry("reason", "not-our-patient")
                    .containsEntry("correctionRequired", true)
                    .doesNotContainValue("secret");
        });
        assertThat(Database.asRuntime("select count(*) from outcome_to_tell where practice = ?", practice))
                .isEqualTo("0");
    }

    @Test
    void wordsBesideARejection_areNamedInTheEvent_andHandedOverToServicesOnly() throws SQLException {
        String item = pending();
        ada.reject(item, "\"0\"", "{\"reason\": \"incomplete\", \"note\": \"No dose for Canarybird\"}")
                .then()
                .statusCode(200);

        Map<String, Object> rejected = data(onceAnnounced(item));

        assertThat(rejected).containsEntry("correctionRequired", false);
        String wanted = "{\"notes\": [{\"messageId\": \"" + item + "\", \"noteId\": \"" + rejected.get("noteId")
                + "\"}, {\"messageId\": \"" + pending() + "\", \"noteId\": \"" + rejected.get("noteId") + "\"}]}";
        notesToSenders(asIngest(), wanted)
                .then()
                .statusCode(200)
                .body("notes", hasSize(1))
                .body("notes[0].messageId", equalTo(item))
                .body("notes[0].noteId", equalTo(rejected.get("noteId")))
                .body("notes[0].note", equalTo("No dose for Canarybird"));
        notesToSenders(ada.asking(), wanted).then().statusCode(401);
        Database.change("delete from item_content where item_id = ?", item);
        notesToSenders(asIngest(), wanted).then().statusCode(200).body("notes", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"notes\": [null]}", "{\"notes\": [{\"messageId\": \"m\"}]}", "{"})
    void wordsBesideARejection_areNotHandedOver_toWhoeverNamesNone(String wanted) {
        notesToSenders(asIngest(), wanted).then().statusCode(400);
    }

    @Test
    void factOfARejection_isAlwaysTold_whenThePracticeKeepsItsWordsToItself() {
        String before = pending();
        ada.reject(before, "\"0\"", "{\"reason\": \"other\", \"note\": \"read\"}")
                .then()
                .statusCode(200);
        new Reviewer(practice, "data-controller", "dana")
                .asking()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(
                        "{\"undoSeconds\": 1, \"bulkFiling\": false, \"patientVisible\": true, \"notesToSenders\": false}")
                .put("/practices/" + practice + "/settings")
                .then()
                .statusCode(200)
                .body("notesToSenders", equalTo(false));
        String after = pending();
        ada.reject(after, "\"0\"", "{\"reason\": \"wrong-patient\", \"note\": \"kept\"}")
                .then()
                .statusCode(200)
                .body("history[1].note", equalTo("kept"));

        assertThat(data(onceAnnounced(after)))
                .containsEntry("reason", "wrong-patient")
                .containsEntry("correctionRequired", true)
                .containsEntry("noteId", null);
        assertThat(data(onceAnnounced(before)).get("noteId")).isNotNull();
    }

    private static RequestSpecification asIngest() {
        return given().auth().oauth2(TestTokens.ofService("ingest-service"));
    }

    private static Response notesToSenders(RequestSpecification who, String wanted) {
        return who.contentType(ContentType.JSON).body(wanted).post("/internal/notes-to-senders");
    }

    private static Map<String, Object> onceAnnounced(String item) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> announced(item), events -> !events.isEmpty())
                .get(0);
    }

    @Test
    void feed_isGapless_fromTheFirstPosition() {
        ada.file(pending(), "\"0\"", "{}").then().statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !feed().getList("sequence")
                .isEmpty());

        List<String> positions = feed().getList("sequence", String.class);

        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size())
                        .mapToObj(Long::toString)
                        .toList());
    }

    @Test
    void feed_isForServicesOnly() {
        given().get("/internal/events").then().statusCode(401);
        ada.asking().get("/internal/events").then().statusCode(401);
    }

    private String pending() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        return item;
    }

    /** What was decided about it: that it lay unread is announced too, whenever the reminder comes by before a person. */
    private static List<Map<String, Object>> announced(String item) {
        return feed().getList("findAll { it.subject == '" + item + "' && it.type != 'io.consentry.ItemUnread.v1' }");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
        return (Map<String, Object>) Objects.requireNonNull(event.get("data"));
    }

    private static JsonPath feed() {
        return new JsonPath(asIngest()
                .get("/internal/events?after=0&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
