package io.consentry.testing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.testing.document.DocumentedApi.Operation;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fails the test whose call was answered in a way that the document of the API does not describe. */
final class AnswersKeepTheDocument implements Filter {

    /** Carried by answers of servers that only stand for a service in a test. */
    static final String OF_A_STAND_IN = "X-Stand-In";

    private static final String SCHEMA_OF_PROBLEMS = "/components/schemas/Problem";
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> JSON_TYPES = Set.of("application/json", PROBLEM);
    private static final Pattern PATH = Pattern.compile("https?://[^/?]*([^?]*).*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DocumentedApi document = DocumentedApi.committed();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        Matcher path = PATH.matcher(request.getURI());
        if (path.matches() && answer.header(OF_A_STAND_IN) == null) {
            document.operation(request.getMethod(), path.group(1)).ifPresent(operation -> check(operation, answer));
        }
        return answer;
    }

    private void check(Operation operation, Response answer) {
        String what = operation + " answered " + answer.statusCode();
        Optional<String> place = operation.placeOfAnswer(answer.statusCode());
        assertThat(place)
                .as(what + ", which docs/api/openapi.yaml does not describe")
                .isPresent();
        String type = answer.contentType() == null
                ? ""
                : answer.contentType().split(";", 2)[0].strip();
        Map<String, String> described = document.contentAt(place.get());
        if (described.isEmpty() && answer.statusCode() >= 400) {
            assertThat(type).as(what).isEqualTo(PROBLEM);
            matches(what, SCHEMA_OF_PROBLEMS, answer);
        } else if (!type.isEmpty() && !described.isEmpty()) {
            String known = described.keySet().stream()
                    .filter(offered -> offered.split(";", 2)[0].equals(type) || offered.equals("*/*"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError(what + " with " + type + ", and may with " + described.keySet()));
            String schema = described.get(known) + "/schema";
            if (JSON_TYPES.contains(type)) {
                matches(what, schema, answer);
            }
        }
    }

    private void matches(String what, String schema, Response answer) {
        try {
            assertThat(document.mistakes(schema, withoutNulls(JSON.readTree(answer.asString()))))
                    .as(what + " otherwise than docs/api/openapi.yaml describes:\n" + answer.asString())
                    .isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError(what + " with something that is no JSON", e);
        }
    }

    /** Null is how a member that is absent may be written; one that must be there is missed all the same. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(AnswersKeepTheDocument::withoutNulls);
        return node;
    }
}
