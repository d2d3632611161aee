package io.consentry.consent;

import static io.restassured.RestAssured.given;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How tests call the service, and look underneath it. */
public final class Calls {

    private static final AtomicInteger PRACTICES = new AtomicInteger();

    private Calls() {}

    /** A practice that no other test has touched. */
    public static String newPractice() {
        return String.format("P%05d", PRACTICES.incrementAndGet());
    }

    public static RequestSpecification as(String role, String ods) {
        return with(TestTokens.of(role, ods));
    }

    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification service() {
        return with(TestTokens.ofService("ingest-service")).contentType(ContentType.JSON);
    }

    /** A data controller of the practice, about to send a decision. */
    public static RequestSpecification deciding(String practice, String decision) {
        return as("data-controller", practice).contentType(ContentType.JSON).body(decision(decision));
    }

    public static String decision(String decision) {
        return "{\"decision\":\"" + decision + "\",\"reason\":\"governance\"}";
    }

    /** A notice of a service that takes effect so many seconds and two (for a slow machine) from now; gives its id. */
    public static String notice(String service, int seconds) {
        return as("operator", "OPS01")
                .contentType(ContentType.JSON)
                .body("{\"text\":\"A new service\",\"issuedBy\":\"NHS England\",\"service\":\"" + service
                        + "\",\"earliestEffect\":\"" + Instant.now().plusMillis(seconds * 1000L + 2000) + "\"}")
                .post("/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Both switches in. */
    public static void optIn(String practice, String service) {
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent/" + service)
                .then()
                .statusCode(200);
    }

    public static Connection connect(String role) throws SQLException {
        return PostgresAndKeys.postgres().connect(SuiteDatabase.CONSENT, role, PostgresAndKeys.PASSWORD);
    }

    /** The first column of the first row, as text. */
    public static String ask(String query) throws SQLException {
        try (Connection connection = connect(SuiteDatabase.CONSENT.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }
}
