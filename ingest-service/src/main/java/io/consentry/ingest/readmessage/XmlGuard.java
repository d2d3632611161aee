package io.consentry.ingest.readmessage;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through XML before it is parsed for good: well formed, no document type, no entities of its own, and within the
 * limits. It builds nothing, so a hostile document costs no memory.
 */
final class XmlGuard {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ASCII");
    private static final WstxInputFactory FACTORY = factory();

    private XmlGuard() {}

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
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
            boolean outermost = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableMessageException("A document type declaration is not allowed.");
                }
                if (event == XMLStreamConstants.START_ELEMENT && outermost) {
                    requireFhirBundle(reader);
                    outermost = false;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    requireBearableNumbers(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableMessageException(
                    "The message is not well-formed XML, or nests too deeply or holds too" + " much" + at(e) + ".");
        }
    }

    private static void requireUtf8(@Nullable String declared) throws UnreadableMessageException {
        if (declared != null && !ENCODINGS.contains(declared.toUpperCase(Locale.ROOT))) {
            throw new UnreadableMessageException("The message must be written in UTF-8 and say so.");
        }
    }

    private static void requireFhirBundle(XMLStreamReader reader) throws UnreadableMessageException {
        if (!"Bundle".equals(reader.getLocalName()) || !FHIR.equals(reader.getNamespaceURI())) {
            throw new UnreadableMessageException("The outermost element must be a FHIR Bundle.");
        }
    }

    private static void requireBearableNumbers(XMLStreamReader reader) throws UnreadableMessageException {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (Numbers.isBeyondMeasure(reader.getAttributeValue(i))) {
                throw new UnreadableMessageException("A number is beyond measure.");
            }
        }
    }

    private static String at(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ")";
    }
}
