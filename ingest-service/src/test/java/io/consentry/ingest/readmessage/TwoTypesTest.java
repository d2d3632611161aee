package io.consentry.ingest.readmessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.ingest.Samples;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one value may stand there must not be two of different types, of which one would be dropped in silence. */
class TwoTypesTest {

    private static final FhirParsing PARSING = new FhirParsing();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<valueQuantity> | <valueString value=\"x\"/><valueQuantity> | value",
                "</valueQuantity> | </valueQuantity><valueString value=\"x\"/> | value",
                "<effectiveDateTime | <effectivePeriod><start value=\"2026\"/></effectivePeriod><effectiveDateTime"
                        + " | effective",
                "<medicationCodeableConcept> | <medicationReference><display value=\"x\"/></medicationReference>"
                        + "<medicationCodeableConcept> | medication",
            })
    void twoTypesOfAnElement_areWrong_inXml(String before, String after, String element) throws Exception {
        assertThat(PARSING.parse(xml(before, after), MessageFormat.XML).wrongValues())
                .containsExactly(element);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"valueQuantity\" | \"valueString\": \"x\", \"valueQuantity\" | value",
                "\"valueQuantity\" | \"_valueString\": {\"id\": \"x\"}, \"valueQuantity\" | value",
                "\"effectiveDateTime\" | \"effectivePeriod\": {\"start\": \"2026\"}, \"effectiveDateTime\" | effective",
            })
    void twoTypesOfAnElement_areWrong_inJson(String before, String after, String element) throws Exception {
        assertThat(PARSING.parse(json(before, after), MessageFormat.JSON).wrongValues())
                .containsExactly(element);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<valueCode value=\"x\"/>",
                "<valueCodeableConcept/>",
                "<valueCodeableConcept><coding><code value=\"03\"/></coding></valueCodeableConcept>",
            })
    void twoValuesOfAnExtension_areRefused_inXml(String more) {
        String end = "</valueCodeableConcept>";
        byte[] xml = xml(end, end + more);

        assertThatThrownBy(() -> PARSING.parse(xml, MessageFormat.XML))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageMatching("An extension must not have two values \\(line \\d+, column \\d+\\)\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"valueCode\": \"x\"", "\"_valueCode\": {\"id\": \"x\"}"})
    void twoValuesOfAnExtension_areRefused_inJson(String more) {
        byte[] json = json("\"valueCodeableConcept\"", more + ", \"valueCodeableConcept\"");

        assertThatThrownBy(() -> PARSING.parse(json, MessageFormat.JSON))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageMatching("An extension must not have two values \\(line \\d+, column \\d+\\)\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[true, false]", "[true]", "[[true]]"})
    void listForTheValueOfAnExtension_isRefused_inJson(String list) {
        byte[] json = json("\"valueBoolean\": true", "\"valueBoolean\": " + list);

        assertThatThrownBy(() -> PARSING.parse(json, MessageFormat.JSON))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageMatching("An extension must not have two values \\(line \\d+, column \\d+\\)\\.");
    }

    @Test
    void oneValueOfAnExtension_andWhatIsSaidOfIt_areTaken_inJson() {
        byte[] json = json("\"valueBoolean\": true", "\"_valueBoolean\": {\"id\": \"x\"}, \"valueBoolean\": true");

        assertThatCode(() -> PARSING.parse(json, MessageFormat.JSON)).doesNotThrowAnyException();
    }

    private static byte[] xml(String before, String after) {
        return changed(Samples.xml(Samples.PHARMACY_FIRST), before, after);
    }

    private static byte[] json(String before, String after) {
        return changed(Samples.json(Samples.PHARMACY_FIRST), before, after);
    }

    private static byte[] changed(byte[] message, String before, String after) {
        String text = new String(message, UTF_8);
        assertThat(text).contains(before);
        return text.replaceFirst(before, Matcher.quoteReplacement(after)).getBytes(UTF_8);
    }
}
