package io.consentry.gateway.describeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.permit.Destination;
import java.util.List;

/**
 * An example of every request and every answer, kept by hand beside the documents: an annotation is no place for a whole
 * item of a worklist.
 */
final class Examples {

    private static final String REQUEST = "request";
    /** What any answer of the operation may be in another media type, refusals too. */
    private static final String ANY_ANSWER = "any";

    private final List<ApiDocument> files;

    private Examples(List<ApiDocument> files) {
        this.files = files;
    }

    /** Those of these services: for each operation, by {@code request} or status, and by media type. */
    static Examples read(List<Destination> services) {
        return new Examples(services.stream()
                .map(Destination::serviceName)
                .map(name -> ApiDocument.parse(
                        name, ApiDocument.FOLDER.resolve("examples").resolve(name + ".yaml")))
                .toList());
    }

    void addTo(ApiDocument document) {
        files.forEach(file -> file.root().properties().forEach(operation -> {
            String[] call = operation.getKey().split(" ", 2);
            ObjectNode described = document.operation(call[0], call[1]);
            operation.getValue().properties().forEach(body -> {
                if (body.getKey().equals(ANY_ANSWER)) {
                    described.path("responses").forEach(answer -> offer(answer, body.getValue()));
                    return;
                }
                JsonNode place = body.getKey().equals(REQUEST)
                        ? described.path("requestBody")
                        : described.path("responses").path(body.getKey());
                body.getValue().properties().forEach(example -> {
                    if (place.path("content").path(example.getKey()) instanceof ObjectNode content) {
                        content.set("example", example.getValue());
                    } else {
                        throw new AssertionError(file.name() + ".yaml has an example of what is not documented: "
                                + operation.getKey() + " " + body.getKey() + " " + example.getKey());
                    }
                });
            });
        }));
    }

    private static void offer(JsonNode answer, JsonNode examples) {
        if (answer.path("content") instanceof ObjectNode content) {
            examples.properties().forEach(example -> {
                ObjectNode described = content.putObject(example.getKey());
                described.putObject("schema").put("type", example.getValue().isObject() ? "object" : "string");
                described.set("example", example.getValue());
            });
        }
    }
}
