package io.consentry.ingest.readmessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;
import org.hl7.fhir.dstu3.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser has no way to XML but by the guard. */
class GuardedXmlTest {

    private static final String OPEN = "<Bundle xmlns=\"http://hl7.org/fhir\">";

    private final IParser parser = Stu3.context().newXmlParser();

    @Test
    void whatWasParsed_theGuardHasSeenToItsEnd() throws UnreadableMessageException {
        GuardedEvents events = GuardedEvents.of(OPEN + "<type value=\"document\"/></Bundle>");
        Bundle bundle = parser.parseResource(Bundle.class, new XmlText(events));
        events.requireAllSeen();
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
    }

    @Test
    void whatTheGuardHasNotSeenToItsEnd_isNotTaken() throws UnreadableMessageException {
        GuardedEvents events = GuardedEvents.of(OPEN + "</Bundle>");
        assertThatThrownBy(events::requireAllSeen).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTextForTheLibrary_holdsNothingThatCouldBeReadPastTheGuard() throws UnreadableMessageException, IOException {
        try (XmlText text = new XmlText(GuardedEvents.of(OPEN + "</Bundle>"))) {
            assertThat(text.read()).isEqualTo(-1);
        }
    }

    @Test
    void ofBlanks_onlyANarrativesAreGiven() throws UnreadableMessageException, XMLStreamException {
        GuardedEvents events = GuardedEvents.of(OPEN
                + "\n <entry> <resource>\n<Composition> <text> <div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<b>one</b> <b>two</b>\n</div> </text> </Composition> </resource> </entry>\n</Bundle>\n");
        List<String> texts = new ArrayList<>();
        while (events.hasNext()) {
            XMLEvent event = events.nextEvent();
            if (event.isCharacters()) {
                texts.add(event.asCharacters().getData());
            }
        }
        assertThat(texts).containsExactly("one", " ", "two", "\n");
        events.requireAllSeen();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='UTF-16'?>" + OPEN + "</Bundle>",
                "<!DOCTYPE Bundle>" + OPEN + "</Bundle>",
                "<Patient xmlns=\"http://hl7.org/fhir\"/>",
                OPEN + "text</Bundle>",
                OPEN + " <id value=\"1\"/> text</Bundle>",
                OPEN + "<id value=\"&sect;\"/></Bundle>",
                OPEN + "<other xmlns=\"http://example.org\"/></Bundle>",
                OPEN + "<id xmlns:o=\"http://example.org\" o:value=\"1\"/></Bundle>",
                OPEN + "<id value=\"1e999999999\"/></Bundle>",
                OPEN + "<id value=\"1\"/></Bundle><!-- the end --><more/>",
                OPEN + "<entry><resource><Patient/><Condition/></resource></entry></Bundle>",
                OPEN + "<entry><resource><Condition><contained><Patient/><Patient/></contained></Condition></resource>"
                        + "</entry></Bundle>",
                OPEN + "<id xmlns=\"http://www.w3.org/1999/xhtml\" value=\"1\">but not really</id></Bundle>",
                OPEN + "<id value=\"1\"/>"
            })
    void whatTheGuardRefuses_theParserNeverFinishes(String xml) throws UnreadableMessageException {
        GuardedEvents events = GuardedEvents.of(xml);
        assertThatThrownBy(() -> parser.parseResource(Bundle.class, new XmlText(events)))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(events::requireAllSeen).isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void theFirstRefusalCounts() throws UnreadableMessageException {
        GuardedEvents events = GuardedEvents.of(OPEN + "text<unclosed></Bundle>");
        assertThatThrownBy(() -> parser.parseResource(Bundle.class, new XmlText(events)))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(events::requireAllSeen).hasMessageContaining("Text must not stand between the elements");
    }

    @Test
    void whateverElseIsReadAsXml_isReadAsEver() {
        assertThat(parser.parseResource(Bundle.class, new StringReader(OPEN + "text</Bundle>")))
                .isNotNull();
    }
}
