package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.ApprovedFile;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ApiDocumentTest {

    @TestHTTPResource(value = "/openapi", management = true)
    String document = "";

    @Test
    void apiDocument_isTheOneThatWasApproved() {
        String text = given().get(document).then().statusCode(200).extract().asString();

        assertThat(text).doesNotContain("/internal");
        ApprovedFile.matches(Path.of("../docs/api/filing-service.yaml"), text);
    }
}
