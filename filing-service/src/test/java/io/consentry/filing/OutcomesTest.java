package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

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
            assertThat(data(event)).containsEntry("reason", "not-our-patient").doesNotContainValue("secret");
        });
        assertThat(Database.asRuntime("select count(*) from outcome_to_tell where practice = ?", practice))
                .isEqualTo("0");
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

    private static List<Map<String, Object>> announced(String item) {
        return feed().getList("findAll { it.subject == '" + item + "' }");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
        return (Map<String, Object>) Objects.requireNonNull(event.get("data"));
    }

    private static JsonPath feed() {
        return new JsonPath(given().auth()
                .oauth2(TestTokens.ofService("ingest-service"))
                .get("/internal/events?after=0&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
