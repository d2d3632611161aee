package io.consentry.ingest.readmessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.ingest.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worklist shows many messages at once: none may bring a text that fills a process. */
class LongTextTest {

    private static final String WORDS = "Heart rate";

    private final FhirParsing parsing = new FhirParsing();

    @ParameterizedTest
    @EnumSource(MessageFormat.class)
    void aTextIsTaken_upToTheLimit(MessageFormat format) throws UnreadableMessageException {
        assertThat(parsing.parse(withWords("x".repeat(65_536), format), format)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(MessageFormat.class)
    void aLongerTextIsRefused_withItsPlaceAndNoneOfItsWords(MessageFormat format) {
        assertThatThrownBy(() -> parsing.parse(withWords("x".repeat(65_537), format), format))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("65536 characters")
                .hasMessageContaining("line ")
                .hasMessageNotContaining("xxx");
    }

    @ParameterizedTest
    @EnumSource(MessageFormat.class)
    void aFileMayBeLonger(MessageFormat format) throws UnreadableMessageException {
        String file = "QUJD".repeat(50_000);
        assertThat(parsing.parse(withFile("data", file, format), format)).isNotNull();
        assertThat(parsing.parse(withFile("content", file, format), format)).isNotNull();
    }

    private static byte[] withWords(String words, MessageFormat format) {
        String sample = new String(
                format == MessageFormat.JSON
                        ? Samples.json(Samples.PHARMACY_FIRST)
                        : Samples.xml(Samples.PHARMACY_FIRST),
                StandardCharsets.UTF_8);
        assertThat(sample).contains(WORDS);
        return sample.replaceFirst(WORDS, words).getBytes(StandardCharsets.UTF_8);
    }

    /** As the data of an attachment, or as the content of a resource for files. */
    private static byte[] withFile(String element, String base64, MessageFormat format) {
        boolean json = format == MessageFormat.JSON;
        String resource = element.equals("content")
                ? json
                        ? "{'resourceType':'Binary','contentType':'text/plain','content':'%s'}"
                        : "<Binary><contentType value='text/plain'/><content value='%s'/></Binary>"
                : json
                        ? "{'resourceType':'Media','content':{'data':'%s'}}"
                        : "<Media><content><data value='%s'/></content></Media>";
        String message = json
                ? "{'resourceType':'Bundle','entry':[{'resource':" + resource + "}]}"
                : "<Bundle xmlns='http://hl7.org/fhir'><entry><resource>" + resource + "</resource></entry></Bundle>";
        return message.formatted(base64).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
