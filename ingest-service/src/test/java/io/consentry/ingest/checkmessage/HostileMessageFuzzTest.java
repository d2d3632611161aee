package io.consentry.ingest.checkmessage;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.consentry.consultation.Consultation;
import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.readmessage.ConsultationReading;
import io.consentry.ingest.readmessage.FhirParsing;
import io.consentry.ingest.readmessage.MessageFormat;
import io.consentry.ingest.readmessage.UnreadableMessageException;
import io.consentry.ingest.readmessage.UpdateRecord;
import io.consentry.ingest.recognisemessage.Recognised;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for bytes that make the reader or a rule fail otherwise than by refusing. What it finds is kept among the
 * {@link MalformedMessages}, which the service itself must answer.
 *
 * <p>Runs for 20 seconds in a process of its own whenever the module is tested, and goes on where it stopped, from the
 * corpus below {@code .cifuzz-corpus}: a longer search is the same with another {@code maxDuration}.
 */
class HostileMessageFuzzTest {

    private static final FhirParsing PARSING = new FhirParsing();
    private static final Safeguards SAFEGUARDS = new Safeguards(Rules.all(), Map::of);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Stream.of(Samples.PHARMACY_FIRST, Samples.BLOOD_PRESSURE, Samples.CONTRACEPTION)
                        .flatMap(sample -> Stream.of(Samples.xml(sample), Samples.json(sample))),
                MalformedMessages.all().stream()
                        .map(MalformedMessages.Malformed::body)
                        .filter(body -> body.length < 50_000));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "<entry>",
        "<resource>",
        "<extension url=\"",
        "<valueQuantity>",
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">",
        "urn:uuid:",
        "\"resourceType\":",
        "\"Bundle\"",
        "\"entry\":[",
        "\"extension\":[",
        "\"_birthDate\":",
        "value=\"",
        "http://snomed.info/sct",
        "https://dmd.nhs.uk",
        "77386006",
        "407554009",
        "<![CDATA[",
        "<!DOCTYPE",
        "&#x0;",
        "1e99"
    })
    @FuzzTest(maxDuration = "20s")
    void isReadOrRefused_whateverTheBytes(byte[] bytes) {
        try {
            MessageFormat format = bytes.length > 0 && bytes[0] == '{' ? MessageFormat.JSON : MessageFormat.XML;
            UpdateRecord message = PARSING.parse(bytes, format);
            Consultation consultation = ConsultationReading.read(message, Rules.serviceOf(message), Samples.PHARMACY);
            SAFEGUARDS.judge(new Examined(message, consultation, NOW, Recognised.NOTHING));
        } catch (UnreadableMessageException refused) {
            // The only way in which bytes may fail.
        }
    }
}
