package io.consentry.gateway.describeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An API document as a tree. */
record ApiDocument(String name, ObjectNode root) {

    static final Path FOLDER = Path.of("..", "docs", "api");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR));

    /** The committed document of a service, or of the gateway itself. */
    static ApiDocument read(String name) {
        return parse(name, FOLDER.resolve(name + ".yaml"));
    }

    static ApiDocument parse(String name, Path file) {
        try {
            return new ApiDocument(name, (ObjectNode) YAML.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and path of every operation. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    ObjectNode operation(String method, String path) {
        return (ObjectNode) root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    ObjectNode section(String... names) {
        ObjectNode at = root;
        for (String name : names) {
            at = at.withObjectProperty(name);
        }
        return at;
    }

    /** Gives a component another name, and everybody who refers to it. */
    ApiDocument renamed(String kind, String from, String to) {
        ObjectNode components = section("components", kind);
        JsonNode component = components.remove(from);
        components.set(to, component);
        String text = root.toString()
                .replace("\"#/components/" + kind + "/" + from + "\"", "\"#/components/" + kind + "/" + to + "\"");
        try {
            return new ApiDocument(name, (ObjectNode) YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fieldNames(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
