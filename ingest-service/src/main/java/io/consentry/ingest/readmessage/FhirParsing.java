package io.consentry.ingest.readmessage;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.dstu3.model.Bundle;

/**
 * Parses FHIR STU3 messages. Blocking and thread-safe: about half a millisecond a message once warm.
 *
 * <p>Making the context takes seconds, so it is made before the service says that it is ready, never by a request.
 */
@Singleton
public class FhirParsing {

    private static final byte[] EMPTY_XML =
            "<Bundle xmlns=\"http://hl7.org/fhir\"/>".getBytes(StandardCharsets.US_ASCII);

    private final FhirContext fhir = Stu3.context();

    void warmUp(@Observes StartupEvent started) throws UnreadableMessageException {
        parse(EMPTY_XML, MessageFormat.XML);
    }

    /**
     * Takes a message apart.
     *
     * @throws UnreadableMessageException when the bytes are no FHIR Bundle in this format, or go beyond the limits
     */
    public UpdateRecord parse(byte[] bytes, MessageFormat format) throws UnreadableMessageException {
        String text = Utf8.decode(bytes);
        ReadingProblems problems = new ReadingProblems();
        Bundle bundle = format == MessageFormat.JSON ? json(text, problems) : xml(text, problems);
        return new UpdateRecord(bundle, problems);
    }

    private Bundle json(String text, ReadingProblems problems) throws UnreadableMessageException {
        JsonGuard.check(text);
        return bundle(fhir.newJsonParser(), new StringReader(text), problems);
    }

    private Bundle xml(String text, ReadingProblems problems) throws UnreadableMessageException {
        GuardedEvents events = GuardedEvents.of(text);
        try {
            Bundle bundle = bundle(fhir.newXmlParser(), new XmlText(events), problems);
            events.requireAllSeen();
            return bundle;
        } catch (UnreadableMessageException e) {
            throw events.refusalOr(e);
        }
    }

    private static Bundle bundle(IParser parser, Reader text, ReadingProblems problems)
            throws UnreadableMessageException {
        parser.setParserErrorHandler(problems);
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        try {
            return parser.parseResource(Bundle.class, text);
        } catch (RuntimeException e) {
            // Hostile input makes the parser throw more than it declares. Its words quote what it met: that may be the
            // patient, so they go nowhere.
            throw new UnreadableMessageException("The message is not a FHIR STU3 Bundle.");
        }
    }
}
