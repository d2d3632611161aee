package io.consentry.gateway.explainproblem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.gateway.GatewayTest;
import io.consentry.web.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@GatewayTest
class ProblemResourceTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainsEveryType_atTheAddressThatItsProblemsName(ProblemType type) {
        String page = given().get(type.type())
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();

        assertThat(page).contains(type.slug()).contains("<dd>" + type.status() + "</dd>");
        type.itkCode().ifPresent(code -> assertThat(page).contains(code));
    }

    @Test
    void doesNotExplainWhatDoesNotExist() {
        given().get("/problems/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void welcomesAVisitor() {
        var headers = given().get("/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .extract()
                .headers();

        assertThat(headers.getValues("X-Request-ID")).hasSize(1);
    }
}
