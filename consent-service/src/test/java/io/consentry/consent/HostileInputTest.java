package io.consentry.consent;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.newPractice;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database could not take must be refused before it is asked. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class HostileInputTest {

    @ParameterizedTest
    @CsvSource({
        "GET, programme, /notices/%00",
        "GET, programme, /requests/a%00",
        "PUT, data-controller, /practices/{ods}/consent/%00",
        "GET, auditor, /audit/consent-events?practice=%00"
    })
    void addressWithAZeroByte_isRefused_andNothingBreaks(String method, String role, String address) {
        String practice = newPractice();
        as(role, role.equals("data-controller") ? practice : "X26")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(method.equals("PUT") ? "{\"decision\":\"opted-in\"}" : "")
                .request(method, address.replace("{ods}", practice))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-request"));
    }
}
