package io.consentry.filing;

import static io.restassured.RestAssured.given;

import io.consentry.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A person at a practice, with the calls they make. */
record Reviewer(String practice, String role, String name) {

    static Reviewer at(String practice) {
        return new Reviewer(practice, "practice", "ada");
    }

    static Reviewer named(String name, String practice) {
        return new Reviewer(practice, "practice", name);
    }

    /** Settles that no outcome becomes final while a test runs. Only where nothing was settled before. */
    static void giveAnHourToUndo(String practice) {
        settle(practice, false);
    }

    /** Settles the same, and that items may be filed together. Only where nothing was settled before. */
    static void letManyBeFiledTogether(String practice) {
        settle(practice, true);
    }

    private static void settle(String practice, boolean together) {
        new Reviewer(practice, "data-controller", "boss")
                .asking()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"undoSeconds\": 3600, \"bulkFiling\": " + together + ", \"patientVisible\": true}")
                .put("/practices/" + practice + "/settings")
                .then()
                .statusCode(200);
    }

    RequestSpecification asking() {
        return given().auth().oauth2(TestTokens.of(role, practice, name));
    }

    Response list(String query) {
        return asking().get("/practices/" + practice + "/items" + query);
    }

    Response open(String item) {
        return asking().get("/practices/" + practice + "/items/" + item);
    }

    Response act(String item, String act, String version, String body) {
        return asking().contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .post("/practices/" + practice + "/items/" + item + "/" + act);
    }

    Response file(String item, String version, String body) {
        return act(item, "file", version, body);
    }

    /** Files, and wants to hear no more than that it was done. */
    Response fileWithoutAnswer(String item, String version) {
        return asking().contentType(ContentType.JSON)
                .header("If-Match", version)
                .header("Prefer", "return=minimal")
                .body("{}")
                .post("/practices/" + practice + "/items/" + item + "/file");
    }

    /** Files it, by its first version, the way many are filed at once. */
    Response fileTogether(String item) {
        return asking().contentType(ContentType.JSON)
                .body("{\"items\": [{\"id\": \"" + item + "\", \"version\": 0}]}")
                .post("/practices/" + practice + "/filings");
    }

    Response reject(String item, String version, String body) {
        return act(item, "reject", version, body);
    }

    /** Waits until the item is there, and reads it. */
    JsonPath awaitItem(String item) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> open(item), answer -> answer.statusCode() == 200)
                .jsonPath();
    }
}
