package io.consentry.ingest.readmessage;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through XML before it is parsed for good: well formed, no document type, no entities of its own, nothing that the
 * parser would pass over or misread, and within the limits. It builds nothing, so a hostile document costs no memory.
 */
final class XmlGuard {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> OF_XML_ITSELF =
            Set.of("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/XMLSchema-instance");
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ASCII");
    private static final WstxInputFactory FACTORY = factory();

    /** Of every open element, from the outermost: whether it is an extension, and whether it has a value already. */
    private final boolean[] extension = new boolean[Limits.DEPTH + 2];

    private final boolean[] valued = new boolean[Limits.DEPTH + 2];
    private int depth;
    private int openInNarrative;

    private XmlGuard() {}

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Else text is looked at when it is asked for, and what is wrong with it is thrown as something else.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) Limits.NODES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.ATTRIBUTES);
        // An attached report is one attribute; the size of the whole was limited before.
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }

    static void check(String xml) throws UnreadableMessageException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            requireUtf8(reader.getCharacterEncodingScheme());
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                require(reader.next() != XMLStreamConstants.DTD, "A document type declaration is not allowed.");
            }
            require(
                    "Bundle".equals(reader.getLocalName()) && FHIR.equals(reader.getNamespaceURI()),
                    "The outermost element must be a FHIR Bundle.");
            new XmlGuard().checkElements(reader);
        } catch (XMLStreamException e) {
            throw new UnreadableMessageException(
                    "The message is not well-formed XML, or nests too deeply or holds too much" + at(e.getLocation())
                            + ".");
        }
    }

    private void checkElements(XMLStreamReader reader) throws XMLStreamException, UnreadableMessageException {
        open(reader);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    openInNarrative -= isNarrative(reader) ? 1 : 0;
                    depth--;
                }
                // The parser would pass over it in silence.
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    require(openInNarrative > 0 || reader.isWhiteSpace(), "Text must not stand between the elements.");
                default -> {}
            }
        }
    }

    private void open(XMLStreamReader reader) throws UnreadableMessageException {
        openInNarrative += isNarrative(reader) ? 1 : 0;
        // The parser looks at names alone: what another namespace means would be read as FHIR's.
        require(
                isNarrative(reader) || FHIR.equals(reader.getNamespaceURI()),
                "Every element must be FHIR's, or stand in a narrative.");
        requireOneValue(reader);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            require(
                    namespace == null || namespace.isEmpty() || OF_XML_ITSELF.contains(namespace),
                    "An attribute must not be of another namespace.");
            require(!Numbers.isBeyondMeasure(reader.getAttributeValue(i)), "A number is beyond measure.");
        }
    }

    /** The parser would keep the last value of an extension and drop the others in silence. */
    private void requireOneValue(XMLStreamReader reader) throws UnreadableMessageException {
        String name = reader.getLocalName();
        if (extension[depth] && name.startsWith("value")) {
            if (valued[depth]) {
                throw new UnreadableMessageException(
                        "An extension must not have two values" + at(reader.getLocation()) + ".");
            }
            valued[depth] = true;
        }
        depth++;
        extension[depth] = "extension".equals(name) || "modifierExtension".equals(name);
        valued[depth] = false;
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
        if (declared != null && !ENCODINGS.contains(declared.toUpperCase(Locale.ROOT))) {
            throw new UnreadableMessageException("The message must be written in UTF-8 and say so.");
        }
    }

    private static String at(@Nullable Location place) {
        return place == null ? "" : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")";
    }
}
