package io.consentry.ingest;

import static io.restassured.RestAssured.given;

import io.consentry.testing.TestTokens;
import io.restassured.response.ValidatableResponse;

/** A pharmacy at work: sends messages and asks what became of them. */
public final class Sending {

    private Sending() {}

    public static ValidatableResponse xml(String practice, byte[] message) {
        return send(practice, message, MalformedMessages.XML);
    }

    public static ValidatableResponse send(String practice, byte[] message, String mediaType) {
        return send(Samples.PHARMACY, practice, message, mediaType);
    }

    public static ValidatableResponse send(String pharmacy, String practice, byte[] message, String mediaType) {
        return given().auth()
                .oauth2(TestTokens.of("pharmacy", pharmacy))
                .header("Content-Type", mediaType)
                .body(message)
                .post("/practices/{ods}/update-records", practice)
                .then();
    }

    public static ValidatableResponse story(String role, String organisation, String id) {
        return given().auth()
                .oauth2(TestTokens.of(role, organisation))
                .get("/update-records/{id}", id)
                .then();
    }

    /** Where a message stands, as its sender sees it. */
    public static String status(String id) {
        return story("pharmacy", Samples.PHARMACY, id).statusCode(200).extract().path("status");
    }
}
