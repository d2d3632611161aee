package io.consentry.ingest.readmessage;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parser met and could not take: noted, never thrown, so that all of it is reported at once. Values are never
 * noted, only where they stand.
 */
final class ReadingProblems implements IParserErrorHandler {

    private final List<String> wrong = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /** Where values stand that are not of their type, or more than once where once is allowed. */
    List<String> wrong() {
        return wrong;
    }

    /** Elements that FHIR STU3 does not know in their place. */
    List<String> unknown() {
        return unknown;
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, @Nullable String name) {
        unknown.add(path(location, name));
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, @Nullable String name) {
        unknown.add(path(location, "@" + name));
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
        // An empty value means nothing in either format.
        if (value != null && !value.isEmpty()) {
            wrong.add(path(location, null));
        }
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            @Nullable String name,
            @Nullable ValueType expected,
            @Nullable ScalarType expectedScalar,
            @Nullable ValueType found,
            @Nullable ScalarType foundScalar) {
        // Numbers and booleans in quotes are read as what they say, as in XML.
        if (expected != found) {
            wrong.add(path(location, name));
        }
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, @Nullable String name) {
        wrong.add(path(location, name));
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, @Nullable String name) {
        wrong.add(path(location, name));
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        wrong.add(path(location, "contained"));
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        wrong.add(path(location, "extension"));
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, @Nullable String reference) {
        // References are judged by the safeguards, with their places.
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, @Nullable String reference) {
        // References are judged by the safeguards, with their places.
    }

    /** Parser and sender both choose the words of a location: only what can be a path is kept. */
    private static String path(@Nullable IParseLocation location, @Nullable String name) {
        String parent = location == null ? null : location.getParentElementName();
        String path = (parent == null ? "" : parent + (name == null ? "" : ".")) + (name == null ? "" : name);
        String safe = path.replaceAll("[^A-Za-z0-9_.@-]", "");
        return safe.isEmpty() || safe.length() > 100 ? "Bundle" : safe;
    }
}
