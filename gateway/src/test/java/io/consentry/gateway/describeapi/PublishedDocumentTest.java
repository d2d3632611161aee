package io.consentry.gateway.describeapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.consentry.gateway.GatewayTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class PublishedDocumentTest {

    @Test
    void publishesTheCommittedDocument_asYamlAndAsJson() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/problems/{slug}"));
        JsonPath json = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("components.schemas", hasKey("Problem"))
                .extract()
                .jsonPath();

        Map<String, ?> paths = json.getMap("paths");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrderElementsOf(ApiDocument.fieldNames(
                        ApiDocument.read("openapi").root().path("paths")));
    }

    @Test
    void showsAPage_whereTheApiCanBeTried() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("/q/openapi"));
    }
}
