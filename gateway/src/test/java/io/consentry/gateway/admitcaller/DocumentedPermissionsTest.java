package io.consentry.gateway.admitcaller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every cell of the published table: each call, as each role, at the own and at another organisation. */
@GatewayTest
class DocumentedPermissionsTest {

    private static final String OWN = "Z00001";
    private static final String OTHER = "Z00002";

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @TestFactory
    Stream<DynamicTest> everyCell_isWhatTheGatewayDoes() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("..", "docs", "permissions.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("*session*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> head = rows.get(0);
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String[] call = row.get(0).replace("`", "").split(" ");
            boolean namesOrganisation = call[1].contains("{ods}");
            for (int column = 2; column < head.size() - 1; column++) {
                String role = head.get(column);
                String cell = row.get(column);
                tests.add(play(call[0], call[1], role, OWN, expected(cell, true)));
                if (namesOrganisation) {
                    tests.add(play(call[0], call[1], role, OTHER, expected(cell, false)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(150);
        return tests.stream();
    }

    private static int expected(String cell, boolean own) {
        return switch (cell) {
            case "yes", "attempt", "*open*" -> 200;
            case "own" -> own ? 200 : 404;
            case "" -> 403;
            default -> throw new AssertionError("unknown cell: " + cell);
        };
    }

    private static DynamicTest play(String method, String template, String role, String organisation, int status) {
        return DynamicTest.dynamicTest(
                role + " of " + OWN + ": " + method + " " + template + " of " + organisation + " -> " + status, () -> {
                    int answer = given().redirects()
                            .follow(false)
                            .auth()
                            .oauth2(TestTokens.of(role, OWN))
                            .contentType("application/json")
                            .body(method.equals("GET") ? "" : "{}")
                            .request(method, path(template, organisation))
                            .statusCode();
                    // A page that moves is a page that is there.
                    assertThat(answer == 302 ? 200 : answer).isEqualTo(status);
                });
    }

    private static String path(String template, String organisation) {
        return template.replace("{ods}", organisation)
                .replace("{slug}", "forbidden")
                .replace("*", "index.html")
                .replaceAll("\\{\\w+}", "1");
    }
}
