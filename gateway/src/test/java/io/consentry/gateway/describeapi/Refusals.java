package io.consentry.gateway.describeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.web.problem.ProblemExplanation;
import io.consentry.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Says of every refusal which types of problem it may be, with an example of each. A service's document names them in the
 * description of the answer.
 */
final class Refusals {

    private static final String PROBLEM = "application/problem+json";
    private static final String SHAPE = "#/components/schemas/Problem";
    /** What the libraries write for refusals that are the same everywhere. */
    private static final Map<String, String> SHARED = Map.of("401", "Unauthenticated", "403", "Forbidden");

    private final ApiDocument document;

    Refusals(ApiDocument document) {
        this.document = document;
    }

    void describe() {
        ObjectNode schemas = document.section("components", "schemas");
        schemas.remove(List.of("HttpProblem", "HttpValidationProblem", "Violation"));
        ArrayNode types = schemas.withObjectProperty("Problem")
                .withObjectProperty("properties")
                .withObjectProperty("type")
                .putArray("enum");
        Arrays.stream(ProblemType.values()).map(type -> type.type().toString()).forEach(types::add);
        document.root()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.path("responses") instanceof ObjectNode answers) {
                        List.copyOf(answers.properties()).forEach(answer -> describe(answers, answer.getKey()));
                    }
                }));
    }

    private static void describe(ObjectNode answers, String status) {
        JsonNode answer = answers.path(status);
        boolean refuses = status.startsWith("4") || status.startsWith("5");
        if (!refuses || answer.has("$ref")) {
            return;
        }
        if (!answer.has("content") && SHARED.containsKey(status)) {
            answers.putObject(status).put("$ref", "#/components/responses/" + SHARED.get(status));
            return;
        }
        ObjectNode content = ((ObjectNode) answer).withObjectProperty("content").putObject(PROBLEM);
        content.putObject("schema").put("$ref", SHAPE);
        ObjectNode examples = content.putObject("examples");
        for (ProblemType type : types(answer.path("description").asText(), Integer.parseInt(status))) {
            ObjectNode example = examples.putObject(type.slug()).putObject("value");
            example.put("type", type.type().toString());
            example.put("title", type.title());
            example.put("status", type.status());
            ProblemExplanation.of(type)
                    .ifPresent(explained -> example.put("detail", firstSentence(explained.meaning())));
            type.itkCode().ifPresent(code -> example.put("itkCode", code));
        }
    }

    /** Those that the description names; where it names none, the general type of the status. */
    private static List<ProblemType> types(String description, int status) {
        List<ProblemType> named = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .filter(type -> description.matches("(?s)(.*[^a-z-])?" + type.slug() + "([^a-z-].*)?"))
                .toList();
        return named.isEmpty() ? List.of(ProblemType.forStatus(status)) : named;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
