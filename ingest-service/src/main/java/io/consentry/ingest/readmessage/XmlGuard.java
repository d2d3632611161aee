package io.consentry.ingest.readmessage;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks at XML piece by piece, before the parser gets it: no document type, nothing that the parser would pass over or
 * misread. It builds nothing and remembers next to nothing, so a hostile document costs no memory.
 */
final class XmlGuard {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> OF_XML_ITSELF =
            Set.of("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/XMLSchema-instance");
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ASCII");

    /** Of every open element, from the outermost: what may stand in it once, and whether it does already. */
    private final Once[] once = new Once[Limits.DEPTH + 2];

    private final boolean[] taken = new boolean[Limits.DEPTH + 2];
    private int depth;
    private boolean begun;
    private int openInNarrative;

    XmlGuard() {
        once[0] = Once.NOTHING;
    }

    /** Looks at what the reader is at; each piece once, in order. */
    void look(XMLStreamReader reader) throws UnreadableMessageException {
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_DOCUMENT -> requireUtf8(reader.getCharacterEncodingScheme());
            case XMLStreamConstants.DTD -> require(false, "A document type declaration is not allowed.");
            case XMLStreamConstants.START_ELEMENT -> open(reader);
            case XMLStreamConstants.END_ELEMENT -> {
                openInNarrative -= isNarrative(reader) ? 1 : 0;
                depth--;
            }
            // The parser would pass over it in silence.
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                require(isInNarrative() || reader.isWhiteSpace(), "Text must not stand between the elements.");
            default -> {}
        }
    }

    /** Whether what was looked at last stands in a narrative, where text may stand; between other elements only blanks may. */
    boolean isInNarrative() {
        return openInNarrative > 0;
    }

    private void open(XMLStreamReader reader) throws UnreadableMessageException {
        String namespace = reader.getNamespaceURI();
        require(
                begun || "Bundle".equals(reader.getLocalName()) && FHIR.equals(namespace),
                "The outermost element must be a FHIR Bundle.");
        begun = true;
        boolean narrative = XHTML.equals(namespace);
        // The parser looks at names alone: what another namespace means would be read as FHIR's.
        require(
                narrative ? openInNarrative > 0 || "div".equals(reader.getLocalName()) : FHIR.equals(namespace),
                "Every element must be FHIR's, or stand in a narrative.");
        openInNarrative += narrative ? 1 : 0;
        requireOnce(reader);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String ofAttribute = reader.getAttributeNamespace(i);
            require(
                    ofAttribute == null || ofAttribute.isEmpty() || OF_XML_ITSELF.contains(ofAttribute),
                    "An attribute must not be of another namespace.");
            if (narrative) {
                continue; // In JSON it is part of one text, which nobody is shown.
            }
            String value = reader.getAttributeValue(i);
            if (Limits.isTooLong(reader.getLocalName(), value.length())) {
                throw new UnreadableMessageException(Limits.TEXT_TOO_LONG + at(reader.getLocation()) + ".");
            }
            require(!Numbers.isBeyondMeasure(value), "A number is beyond measure.");
        }
    }

    /** The parser would keep the last and drop the others in silence. */
    private void requireOnce(XMLStreamReader reader) throws UnreadableMessageException {
        String name = reader.getLocalName();
        if (once[depth].counts(name)) {
            if (taken[depth]) {
                throw new UnreadableMessageException(once[depth].otherwise + at(reader.getLocation()) + ".");
            }
            taken[depth] = true;
        }
        depth++;
        once[depth] = Once.within(name);
        taken[depth] = false;
    }

    /** What an element may hold once only. */
    private enum Once {
        NOTHING(""),
        VALUE("An extension must not have two values"),
        RESOURCE("Two resources must not stand in one place");

        private final String otherwise;

        Once(String otherwise) {
            this.otherwise = otherwise;
        }

        static Once within(String name) {
            return switch (name) {
                case "extension", "modifierExtension" -> VALUE;
                case "resource", "contained" -> RESOURCE;
                default -> NOTHING;
            };
        }

        boolean counts(String child) {
            return this == RESOURCE || (this == VALUE && child.startsWith("value"));
        }
    }

    private static boolean isNarrative(XMLStreamReader reader) {
        return XHTML.equals(reader.getNamespaceURI());
    }

    private static void require(boolean holds, String otherwise) throws UnreadableMessageException {
        if (!holds) {
            throw new UnreadableMessageException(otherwise);
        }
    }

    private static void requireUtf8(@Nullable String declared) throws UnreadableMessageException {
        require(
                declared == null || ENCODINGS.contains(declared.toUpperCase(Locale.ROOT)),
                "The message must be written in UTF-8 and say so.");
    }

    /** Where in the text, for whoever wrote it. */
    static String at(@Nullable Location place) {
        return place == null ? "" : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")";
    }
}
