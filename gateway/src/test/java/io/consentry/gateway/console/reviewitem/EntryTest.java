package io.consentry.gateway.console.reviewitem;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.console.reviewitem.Entry.Attachment;
import io.consentry.gateway.console.reviewitem.Entry.Coding;
import io.consentry.gateway.console.reviewitem.Entry.Detail;
import io.consentry.gateway.console.reviewitem.Entry.Part;
import io.consentry.gateway.console.reviewitem.Entry.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {

    private static final Part UPPER = part("Sitting systolic blood pressure", "148", "millimetre of mercury", "mm[Hg]");
    private static final Part LOWER = part("Sitting diastolic blood pressure", "92", "mmHg", null);

    @Test
    void bloodPressure_isOneReading_whicheverPartComesFirst() {
        assertThat(compound(UPPER, LOWER)).isEqualTo("148/92 mmHg");
        assertThat(compound(LOWER, UPPER)).isEqualTo("148/92 mmHg");
    }

    @Test
    void partsThatAreNoBloodPressure_areNamed() {
        Part other = part("Sitting diastolic blood pressure", "5.1", "mmol/L", "mmol/L");
        assertThat(compound(UPPER, other))
                .isEqualTo("Sitting systolic blood pressure 148 millimetre of mercury,"
                        + " Sitting diastolic blood pressure 5.1 mmol/L");
        assertThat(compound(UPPER)).isEqualTo("Sitting systolic blood pressure 148 millimetre of mercury");
        assertThat(compound(part(null, "96", "mmHg", null), LOWER))
                .isEqualTo("72313002 96 mmHg, Sitting diastolic blood pressure 92 mmHg");
    }

    @Test
    void codedAnswer_isReadWithAllItsWords_orAsItsCode() {
        Coding notDetected = new Coding("sct", "260415000", "Not detected");
        assertThat(new Value(null, null, null, notDetected, "ND").inWords()).isEqualTo("Not detected; ND");
        assertThat(new Value(null, null, null, new Coding("sct", "260415000", null), null).inWords())
                .isEqualTo("260415000");
        assertThat(new Value(null, null, null, null, "trace").inWords()).isEqualTo("trace");
    }

    @Test
    void valueAndParts_areBothRead() {
        assertThat(entry(new Value(null, null, null, null, "raised"), null, List.of(), UPPER, LOWER)
                        .reading())
                .isEqualTo("raised: 148/92 mmHg");
    }

    @Test
    void findingThatIsNotSimplySo_isMarked() {
        Detail refuted = new Detail("Verification", "refuted");
        assertThat(entry(null, "active", List.of(refuted)).marks()).containsExactly("refuted");
        assertThat(entry(null, "entered-in-error", List.of()).marks()).containsExactly("entered-in-error");
        assertThat(entry(null, "final", List.of(new Detail("Comment", "x"))).marks())
                .isEmpty();
        assertThat(entry(null, "active", List.of(new Detail("Verification", "confirmed")))
                        .marks())
                .isEmpty();
        assertThat(entry(null, null, List.of()).marks()).isEmpty();
    }

    private static String compound(Part... parts) {
        return entry(null, null, List.of(), parts).reading();
    }

    private static Entry entry(@Nullable Value value, @Nullable String status, List<Detail> details, Part... parts) {
        return new Entry(
                "1",
                "observations",
                null,
                null,
                null,
                value,
                null,
                status,
                List.of(parts),
                null,
                null,
                details,
                false,
                null);
    }

    @ParameterizedTest(name = "{0} bytes are {1}")
    @CsvSource({
        "1, 1 byte",
        "1023, 1023 bytes",
        "1024, 1 KB",
        "1025, 2 KB",
        "1048576, 1.0 MB",
        "1048577, 1.1 MB",
        "5242880, 5.0 MB"
    })
    void file_saysItsKindAndHowLargeItIs(long size, String words) {
        assertThat(new Attachment(1, "application/pdf", null, size).kindAndSize())
                .isEqualTo("application/pdf, " + words);
        assertThat(new Attachment(1, null, null, size).kindAndSize()).isEqualTo(words);
    }

    @Test
    void file_isCalledAsTheSenderCallsIt_orByItsNumber() {
        assertThat(new Attachment(2, null, "Letter", 1).name()).isEqualTo("Letter");
        assertThat(new Attachment(2, null, " ", 1).name()).isEqualTo("Attachment 2");
        assertThat(new Attachment(2, null, null, 1).name()).isEqualTo("Attachment 2");
    }

    private static Part part(@Nullable String name, String number, String unit, @Nullable String unitCode) {
        return new Part(new Coding("sct", "72313002", name), new Value(number, unit, unitCode, null, null));
    }
}
