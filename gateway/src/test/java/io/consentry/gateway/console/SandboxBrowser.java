package io.consentry.gateway.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A browser that follows no redirection, with somebody signed in as the sandbox does it, or with nobody. */
public final class SandboxBrowser {

    static final String SESSION = "consentry-session";

    private SandboxBrowser() {}

    /** Somebody who has just signed in. */
    public static RequestSpecification as(String role) {
        return browser().cookie(signIn(role).getDetailedCookie(SESSION));
    }

    static Response signIn(String role) {
        return browser()
                .formParam("role", role)
                .formParam("ods", "Z00001")
                .formParam("name", "Dr Tomas Lind")
                .post("/console/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .response();
    }

    static RequestSpecification browser() {
        return given().redirects().follow(false);
    }
}
