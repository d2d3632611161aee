package io.consentry.ingest.readmessage;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.XmlUtil;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * FHIR STU3 as the library models it, with {@link GuardedXml} as its source of XML. The library looks for a source once, by
 * the system property that Java has for it, and keeps it; so whoever parses here takes the context from here.
 */
public final class Stu3 {

    private static final String SOURCE_OF_XML = XMLInputFactory.class.getName();

    static {
        String before = System.getProperty(SOURCE_OF_XML);
        System.setProperty(SOURCE_OF_XML, GuardedXml.class.getName());
        try {
            XmlUtil.createXmlReader(new StringReader("<nothing/>"));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("There is no XML here", e);
        } finally {
            if (before == null) {
                System.clearProperty(SOURCE_OF_XML);
            } else {
                System.setProperty(SOURCE_OF_XML, before);
            }
        }
    }

    private Stu3() {}

    /** The one of this process; making it takes seconds. */
    public static FhirContext context() {
        return FhirContext.forDstu3Cached();
    }
}
