package io.consentry.ingest.readmessage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through JSON before it is parsed for good: well formed, no member twice (two readers could choose differently),
 * no extension with two values, nothing behind the end, no escape that is no character, and within the limits.
 */
final class JsonGuard {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.DEPTH)
                    .maxNumberLength(64)
                    .maxNameLength(200)
                    // An attached report is one string; the size of the whole was limited before.
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonGuard() {}

    static void check(String json) throws UnreadableMessageException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableMessageException("The message must be one JSON object.");
            }
            int depth = 1;
            int nodes = 0;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null || ++nodes > 2 * Limits.NODES) {
                    throw new UnreadableMessageException("The message ends too early or holds too much.");
                }
                if (token.isScalarValue() && isTooLong(parser)) {
                    throw new UnreadableMessageException(
                            Limits.TEXT_TOO_LONG + at(parser.currentTokenLocation()) + ".");
                }
                if (token.isScalarValue() && Numbers.isBeyondMeasure(parser.getText())) {
                    throw new UnreadableMessageException("A number is beyond measure.");
                }
                if (!isText(parser.getText())) {
                    throw new UnreadableMessageException("A text must not hold a zero or half a surrogate pair"
                            + at(parser.currentTokenLocation()) + ".");
                }
                if ((token == JsonToken.FIELD_NAME && isSecondValue(parser.getParsingContext()))
                        || (token == JsonToken.START_ARRAY
                                && isListOfValues(parser.getParsingContext().getParent()))) {
                    throw new UnreadableMessageException(
                            "An extension must not have two values" + at(parser.currentTokenLocation()) + ".");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            if (parser.nextToken() != null) {
                throw new UnreadableMessageException("Something follows after the end of the message.");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException(
                    "The message is not well-formed JSON, or nests too deeply, or names a member twice"
                            + at(e.getLocation()) + ".");
        } catch (IOException e) {
            throw new UnreadableMessageException("The message is not well-formed JSON.");
        }
    }

    /** A narrative is one text here and many in XML. Nobody is shown it. */
    private static boolean isTooLong(JsonParser parser) throws IOException {
        String member = parser.currentName();
        return !"div".equals(member) && Limits.isTooLong(member, parser.getTextLength());
    }

    /**
     * Whether an extension has another value before this member: the parser would keep the last and drop the others in
     * silence. What is said of a plain value stands beside it, under its name with a line.
     */
    private static boolean isSecondValue(JsonStreamContext member) {
        String name = member.getCurrentName();
        String value = name.startsWith("_") ? name.substring(1) : name;
        if (!value.startsWith("value") || !isExtension(member)) {
            return false;
        }
        Object before = member.getCurrentValue();
        member.setCurrentValue(value);
        return before != null && !before.equals(value);
    }

    /** Whether an extension has a list for its value. */
    private static boolean isListOfValues(@Nullable JsonStreamContext member) {
        if (member == null || member.getCurrentName() == null) {
            return false;
        }
        String name = member.getCurrentName();
        return (name.startsWith("value") || name.startsWith("_value")) && isExtension(member);
    }

    private static boolean isExtension(JsonStreamContext object) {
        JsonStreamContext list = object.getParent();
        JsonStreamContext holder = list == null ? null : list.getParent();
        String name = holder == null ? null : holder.getCurrentName();
        return "extension".equals(name) || "modifierExtension".equals(name);
    }

    /** JSON can escape what XML cannot hold, and neither a database nor another reader takes. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
