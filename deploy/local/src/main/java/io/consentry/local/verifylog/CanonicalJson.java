package io.consentry.local.verifylog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.TreeMap;

/**
 * The one form of RFC 8785 of JSON that came in another, for the texts, whole numbers, lists and objects that a log is
 * made of. An object that names a member twice has none: two readers could take it for two things.
 */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private CanonicalJson() {}

    static JsonNode read(byte[] bytes, int length) throws IOException {
        return JSON.readTree(bytes, 0, length);
    }

    /**
     * Reads to the end and keeps nothing.
     *
     * @throws IOException where it is no JSON, or an object in it names a member twice
     */
    static void check(byte[] bytes, int length) throws IOException {
        try (JsonParser json = JSON.createParser(bytes, 0, length)) {
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        }
    }

    /** Writes a value; numbers that are not whole have no form here. */
    static void write(JsonNode value, StringBuilder out) throws IOException {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            char separator = '{';
            for (var member : members.entrySet()) {
                text(member.getKey(), out.append(separator));
                write(member.getValue(), out.append(':'));
                separator = ',';
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            char separator = '[';
            for (JsonNode element : value) {
                write(element, out.append(separator));
                separator = ',';
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isTextual()) {
            text(value.textValue(), out);
        } else if (value.isIntegralNumber() || value.isBoolean() || value.isNull()) {
            out.append(value.asText());
        } else {
            throw new IOException("a number that is not whole");
        }
    }

    private static void text(String text, StringBuilder out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !isPair(text, Character.isHighSurrogate(c) ? i : i - 1)) {
                // As bytes it would be a question mark, and agree with the hash of a text that has one.
                throw new IOException("half a letter");
            }
            int named = "\"\\\b\t\n\f\r".indexOf(c);
            if (named >= 0) {
                out.append('\\').append("\"\\btnfr".charAt(named));
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPair(String text, int high) {
        return high >= 0
                && high + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1));
    }
}
