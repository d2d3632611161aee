package io.consentry.local.sendmessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A message in a file. It is sent as it stands, whatever it is: what is wrong with it is for the suite to say. */
final class MessageFile {

    private static final String ODS_CODES = "https://fhir.nhs.uk/Id/ods-organization-code";

    /** The organisation whose fullUrl the header's sender names. Names are local: the document has one namespace. */
    private static final String SENDER_IN_XML = "/*[local-name()='Bundle']/*[local-name()='entry']"
            + "[*[local-name()='fullUrl']/@value = //*[local-name()='MessageHeader']/*[local-name()='sender']"
            + "/*[local-name()='reference']/@value]//*[local-name()='Organization']/*[local-name()='identifier']"
            + "[*[local-name()='system']/@value = '" + ODS_CODES + "']/*[local-name()='value']/@value";

    private final byte[] content;

    MessageFile(byte[] content) {
        this.content = content.clone();
    }

    static MessageFile read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("There is no such file, or it cannot be read: " + file);
        }
        return new MessageFile(Files.readAllBytes(file));
    }

    byte[] content() {
        return content.clone();
    }

    /** By its first character, as the two formats allow. */
    String contentType() {
        return isJson() ? "application/fhir+json" : "application/fhir+xml";
    }

    private boolean isJson() {
        return new String(content, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    /** The ODS code of the sending organisation in the message's header, where it can be read. */
    Optional<String> sender() {
        try {
            String found = isJson() ? senderInJson() : senderInXml();
            return found.isBlank() ? Optional.empty() : Optional.of(found);
        } catch (IOException | SAXException | XPathExpressionException e) {
            return Optional.empty();
        }
    }

    private String senderInXml() throws IOException, SAXException, XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(SENDER_IN_XML, document());
    }

    private Document document() throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This JDK's XML parser cannot be made safe", e);
        }
    }

    private String senderInJson() throws IOException {
        JsonNode entries = new ObjectMapper().readTree(content).path("entry");
        String sender = "";
        for (JsonNode entry : entries) {
            if (entry.at("/resource/resourceType").asText().equals("MessageHeader")) {
                sender = entry.at("/resource/sender/reference").asText();
            }
        }
        for (JsonNode entry : entries) {
            if (entry.path("fullUrl").asText().equals(sender)) {
                for (JsonNode identifier : entry.at("/resource/identifier")) {
                    if (identifier.path("system").asText().equals(ODS_CODES)) {
                        return identifier.path("value").asText();
                    }
                }
            }
        }
        return "";
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "MessageFile[" + content.length + " bytes]";
    }
}
