package io.consentry.ingest.readmessage;

import com.ctc.wstx.stax.WstxInputFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.Reader;
import java.util.function.Supplier;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;

/**
 * The FHIR library's source of XML. A text that brings its own events is read by these; everything else as without us.
 *
 * <p>Knows such a text by an interface of Java's own: where classes are loaded anew, as between tests, the library keeps the
 * first of these sources, to which later classes of the same name are strangers.
 */
@RegisterForReflection
public final class GuardedXml extends WstxInputFactory {

    @Override
    public XMLEventReader createXMLEventReader(Reader reader) throws XMLStreamException {
        return reader instanceof Supplier<?> text && text.get() instanceof XMLEventReader events
                ? events
                : super.createXMLEventReader(reader);
    }
}
