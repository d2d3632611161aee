package io.consentry.filing;

import static io.restassured.RestAssured.given;

import io.consentry.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An operator has the tables built anew. */
final class Rebuilds {

    private static final Duration AT_MOST = Duration.ofSeconds(120);

    private Rebuilds() {}

    static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("operator", "X00001"));
    }

    /** One, from its beginning to its end. */
    static JsonPath rebuild() {
        return ended(begin());
    }

    /** Its id. */
    static String begin() {
        return operator().post("/rebuilds").then().statusCode(202).extract().path("id");
    }

    static JsonPath ended(String rebuild) {
        return Awaitility.await()
                .atMost(AT_MOST)
                .until(() -> operator().get("/rebuilds/" + rebuild).jsonPath(), page -> !page.getString("status")
                        .equals("running"));
    }
}
