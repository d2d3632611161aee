package io.consentry.ingest.readmessage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a message's structure and each of its texts may be, whatever its bytes.
 *
 * <p>The largest messages seen have some 800 elements and a depth of 20; these limits leave an order of magnitude and
 * more, and keep the work of one message bounded.
 */
final class Limits {

    /** Elements or objects within each other. */
    static final int DEPTH = 64;
    /** Elements, attributes, members and values together. */
    static final int NODES = 100_000;
    /** Attributes of one XML element; FHIR needs two. */
    static final int ATTRIBUTES = 16;
    /** Characters of one text, unless it is a file: whoever reads many messages holds many texts at once. */
    static final int TEXT = 65_536;

    /** Elements whose value may be a file in base64: FHIR's of type base64Binary, but for hashes. */
    private static final Set<String> FILES = Set.of("data", "content", "valueBase64Binary", "blob", "carrierAIDC");

    static final String TEXT_TOO_LONG = "A text must not be longer than " + TEXT + " characters";

    private Limits() {}

    /** Whether a value is too long for what it is. */
    static boolean isTooLong(@Nullable String element, int characters) {
        return characters > TEXT && (element == null || !FILES.contains(element));
    }
}
