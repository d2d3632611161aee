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
        assertThat(parsing.parse(withFile("valueBase64Binary", file, format), format))
                .isNotNull();
        assertThat(parsing.parse(withFile("blob", file, format), format)).isNotNull();
    }

    /** Nobody is shown it, and where it is one text it can hold a picture. */
    @ParameterizedTest
    @EnumSource(MessageFormat.class)
    void aNarrativeMayHoldAPicture(MessageFormat format) throws UnreadableMessageException {
        String picture = "data:image/png;base64," + "QUJD".repeat(50_000);
        assertThat(parsing.parse(withPicture(picture, format), format)).isNotNull();
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

    private static byte[] withPicture(String picture, MessageFormat format) {
        boolean json = format == MessageFormat.JSON;
        String quote = json ? "\\\"" : "'";
        String div = "<div xmlns=~http://www.w3.org/1999/xhtml~><img src=~%s~ alt=~x~/></div>".replace("~", quote);
        String resource = json
                ? "{'resourceType':'Basic','text':{'status':'generated','div':'" + div + "'}}"
                : "<Basic><text><status value='generated'/>" + div + "</text></Basic>";
        return message(resource, picture, format);
    }

    /** As the data of an attachment, the content of a resource for files, an extension's value, or a signature. */
    private static byte[] withFile(String element, String base64, MessageFormat format) {
        boolean json = format == MessageFormat.JSON;
        String resource =
                switch (element) {
                    case "content" ->
                        json
                                ? "{'resourceType':'Binary','contentType':'text/plain','content':'%s'}"
                                : "<Binary><contentType value='text/plain'/><content value='%s'/></Binary>";
                    case "valueBase64Binary" ->
                        json
                                ? "{'resourceType':'Basic','extension':[{'url':'x','valueBase64Binary':'%s'}]}"
                                : "<Basic><extension url='x'><valueBase64Binary value='%s'/></extension></Basic>";
                    case "blob" ->
                        json
                                ? "{'resourceType':'Provenance','signature':[{'blob':'%s'}]}"
                                : "<Provenance><signature><blob value='%s'/></signature></Provenance>";
                    default ->
                        json
                                ? "{'resourceType':'Media','content':{'data':'%s'}}"
                                : "<Media><content><data value='%s'/></content></Media>";
                };
        return message(resource, base64, format);
    }

    private static byte[] message(String resource, String file, MessageFormat format) {
        String message = format == MessageFormat.JSON
                ? "{'resourceType':'Bundle','entry':[{'resource':" + resource + "}]}"
                : "<Bundle xmlns='http://hl7.org/fhir'><entry><resource>" + resource + "</resource></entry></Bundle>";
        return message.replace('\'', '"').formatted(file).getBytes(StandardCharsets.UTF_8);
    }
}
