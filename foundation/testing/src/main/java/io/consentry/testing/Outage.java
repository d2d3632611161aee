package io.consentry.testing;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;

/** How a service answers whose database is away or full. */
public final class Outage {

    private Outage() {}

    /** Nothing is wrong with what was asked: the same is to be sent again, and when. */
    public static void isAnswered(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/unavailable"));
    }
}
