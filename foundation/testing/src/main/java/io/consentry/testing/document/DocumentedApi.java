package io.consentry.testing.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed document of the public API (OpenAPI 3.1, so its schemas are JSON Schema 2020-12).
 *
 * <p>Read more strictly than it is written: a member that an object's schema does not list is an error, since a document
 * that leaves members out is not complete.
 */
public final class DocumentedApi {

    private static final String ID = "https://consentry.invalid/openapi";

    /** A document has words of its own around the schemas, and some among theirs. */
    private static final JsonMetaSchema WITH_OTHER_WORDS = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
            .build();

    private final JsonNode root;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig strictly =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private DocumentedApi(ObjectNode root) {
        this.root = root;
        closeObjects(root.at("/components/schemas"));
        String text = root.toString();
        this.schemas = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(WITH_OTHER_WORDS)
                .schemaLoaders(loaders -> loaders.schemas(Map.of(ID, text)))
                .build();
    }

    /** The committed one, wherever in the project a test runs. */
    public static DocumentedApi committed() {
        Path folder = Path.of("").toAbsolutePath();
        Path file = Path.of("docs", "api", "openapi.yaml");
        while (folder != null && !Files.exists(folder.resolve(file))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("There is no " + file + " in any folder above this one.");
        }
        return read(folder.resolve(file));
    }

    /** The one in this file. */
    public static DocumentedApi read(Path file) {
        try {
            return new DocumentedApi((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeObjects(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    /** The operation that a call is; a path without variables before one with them. */
    Optional<Operation> operation(String method, String path) {
        String[] called = path.split("/", -1);
        return root.path("paths").properties().stream()
                .filter(known -> known.getValue().has(method.toLowerCase(Locale.ROOT)))
                .filter(known -> fits(known.getKey().split("/", -1), called))
                .min(Comparator.comparingLong(
                        known -> known.getKey().chars().filter(c -> c == '{').count()))
                .map(known -> new Operation(known.getKey(), method.toLowerCase(Locale.ROOT)));
    }

    private static boolean fits(String[] template, String[] called) {
        return template.length == called.length
                && Stream.iterate(0, i -> i < called.length, i -> i + 1)
                        .allMatch(i ->
                                template[i].startsWith("{") ? !called[i].isEmpty() : template[i].equals(called[i]));
    }

    /** Every operation of the document. */
    public List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .map(operation -> new Operation(path.getKey(), operation.getKey())))
                .toList();
    }

    /** What is wrong with this value, if there is a schema at this place of the document and it does not allow it. */
    public Set<String> mistakes(String place, JsonNode value) {
        if (root.at(place).isMissingNode()) {
            return Set.of();
        }
        return schemas.getSchema(SchemaLocation.of(ID + "#" + place), strictly).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    /** One operation: a method at a path. */
    public final class Operation {

        private final String path;
        private final String method;

        private Operation(String path, String method) {
            this.path = path;
            this.method = method;
        }

        /** Where it stands in the document. */
        public String place() {
            return "/paths/" + escaped(path) + "/" + method;
        }

        /** What the document says of it. */
        public JsonNode description() {
            return root.at(place());
        }

        /** Where the document describes the answer with this status, if it does. */
        Optional<String> placeOfAnswer(int status) {
            return Stream.of(String.valueOf(status), "default")
                    .map(known -> place() + "/responses/" + known)
                    .filter(place -> !root.at(place).isMissingNode())
                    .findFirst()
                    .map(DocumentedApi.this::resolved);
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /** The media types that are described at the place of a body, each with the place of its description. */
    public Map<String, String> contentAt(String place) {
        return root.at(place).path("content").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, type -> place + "/content/" + escaped(type.getKey())));
    }

    /**
     * Every body that a call of this operation may carry or be answered with: in words, and the place of its
     * description.
     */
    public Map<String, String> bodiesOf(Operation operation) {
        Map<String, String> bodies = new LinkedHashMap<>();
        contentAt(operation.place() + "/requestBody").forEach((type, place) -> bodies.put("request as " + type, place));
        operation.description().path("responses").properties().forEach(answer -> {
            String own = operation.place() + "/responses/" + answer.getKey();
            contentAt(resolved(own)).forEach((type, place) -> bodies.put(answer.getKey() + " as " + type, place));
        });
        return bodies;
    }

    private String resolved(String place) {
        return root.at(place).has("$ref") ? root.at(place).path("$ref").asText().substring(1) : place;
    }

    /** What stands at a place of the document. */
    public JsonNode at(String place) {
        return root.at(place);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
