package io.consentry.ingest.answeritk;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a resource given in FHIR's JSON as FHIR's XML: primitives become {@code value} attributes, a resource stands
 * in an element of its type, an extension's url is an attribute. Enough for what is answered here, and without the
 * reflection of a full encoder.
 */
final class FhirXml {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final String TYPE = "resourceType";
    private static final String EXTENSION = "extension";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private FhirXml() {}

    static String write(JsonNode resource) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.setDefaultNamespace(FHIR);
            xml.writeStartElement(FHIR, resource.get(TYPE).asText());
            xml.writeDefaultNamespace(FHIR);
            members(xml, resource);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A response cannot be written as XML", e);
        }
        return text.toString();
    }

    private static void members(XMLStreamWriter xml, JsonNode parent) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : parent.properties()) {
            if (member.getKey().equals(TYPE)) {
                continue;
            }
            if (member.getValue().isArray()) {
                for (JsonNode element : member.getValue()) {
                    element(xml, member.getKey(), element);
                }
            } else {
                element(xml, member.getKey(), member.getValue());
            }
        }
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
        xml.writeStartElement(FHIR, name);
        if (value.isValueNode()) {
            xml.writeAttribute("value", value.asText());
        } else if (value.has(TYPE)) {
            xml.writeStartElement(FHIR, value.get(TYPE).asText());
            members(xml, value);
            xml.writeEndElement();
        } else if (name.equals(EXTENSION)) {
            xml.writeAttribute("url", value.get("url").asText());
            members(xml, ((ObjectNode) value.deepCopy()).without("url"));
        } else {
            members(xml, value);
        }
        xml.writeEndElement();
    }
}
