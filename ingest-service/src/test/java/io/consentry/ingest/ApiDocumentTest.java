package io.consentry.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.ApprovedFile;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API that others build on is a file in the repository: a change of it is a diff. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ApiDocumentTest {

    @TestHTTPResource(value = "/openapi", management = true)
    String address = "";

    @Test
    void isAsApproved() {
        String document = given().log()
                .uri()
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(document).doesNotContain("/internal");
        ApprovedFile.matches(Path.of("../docs/api/ingest-service.yaml"), document);
    }
}
