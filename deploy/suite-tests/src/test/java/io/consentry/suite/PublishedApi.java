package io.consentry.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The API as the gateway publishes it, and the smallest body that each operation understands. */
final class PublishedApi {

    /** Stands in a path for what a template leaves open and nobody has given. */
    static final String PLACEHOLDER = "0placeholder0";

    private final JsonNode document;

    private PublishedApi(JsonNode document) {
        this.document = document;
    }

    static PublishedApi of(Door gateway) throws IOException {
        return new PublishedApi(new ObjectMapper()
                .readTree(
                        URI.create(gateway.address() + "/q/openapi?format=json").toURL()));
    }

    /** Every operation, as {@code GET /practices/{ods}/items}. */
    List<String> operations() {
        List<String> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .forEach(operation ->
                        operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Whether the operation wants to know at which version the caller read what it changes. */
    boolean wantsVersion(String method, String template) {
        return operation(method, template).path("responses").has("428");
    }

    /** Content type and body of a JSON request; empty where the operation takes none. */
    Optional<byte[]> smallestBody(String method, String template) {
        JsonNode schema = operation(method, template).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(value(schema).toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode operation(String method, String template) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode value(JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            return value(document.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.path("format").asText().equals("date-time")) {
            return nodes.textNode("2022-03-10T16:15:50Z");
        }
        for (String given : List.of("/examples/0", "/example", "/enum/0")) {
            if (!schema.at(given).isMissingNode()) {
                return schema.at(given);
            }
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> list(schema);
            case "integer", "number" -> nodes.numberNode(schema.path("minimum").asLong(0));
            case "boolean" -> nodes.booleanNode(false);
            default -> nodes.textNode("someone");
        };
    }

    /** With what is required, or with everything where the document does not say. */
    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        JsonNode properties = schema.path("properties");
        if (schema.has("required")) {
            schema.path("required").forEach(name -> object.set(name.asText(), value(properties.path(name.asText()))));
        } else {
            properties.properties().forEach(property -> object.set(property.getKey(), value(property.getValue())));
        }
        return object;
    }

    private ArrayNode list(JsonNode schema) {
        return JsonNodeFactory.instance.arrayNode().add(value(schema.path("items")));
    }

    /** The path of a template, with what is known of its variables. */
    static String path(String template, Map<String, String> variables) {
        String path = template;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return path.replace("*", "index.html").replaceAll("\\{\\w+}", PLACEHOLDER);
    }
}
