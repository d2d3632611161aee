package io.consentry.ingest.readmessage;

import java.io.StringReader;
import java.util.function.Supplier;
import javax.xml.stream.XMLEventReader;

/**
 * Guarded events where the FHIR library wants a text. There is no text in it, so nothing can be read but by the guard.
 *
 * @see GuardedXml
 */
final class XmlText extends StringReader implements Supplier<XMLEventReader> {

    private final XMLEventReader events;

    XmlText(XMLEventReader events) {
        super("");
        this.events = events;
    }

    @Override
    public XMLEventReader get() {
        return events;
    }
}
