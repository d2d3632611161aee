package io.consentry.filing.showitem;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Attachment;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.Entry.Part;
import io.consentry.consultation.Entry.Value;
import io.consentry.consultation.EntryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentInWordsTest {

    @Test
    void line_holdsEveryReading_ofABloodPressure() {
        List<Part> readings = List.of(
                new Part(named("72313002", "Systolic"), millimetres("152")),
                new Part(named("1091811000000102", null), millimetres("96")));

        assertThat(SentInWords.of(entry(null, null, readings, null, null)))
                .isEqualTo("Systolic 152 mmHg, 1091811000000102 96 mmHg");
    }

    @Test
    void line_saysHowMuchOfAMedicine_andHowItIsTaken() {
        Medicine medicine = new Medicine(
                new Value("6", "capsule", null, null, null),
                null,
                List.of("One twice a day"),
                List.of("With food"),
                null,
                null,
                null);

        assertThat(SentInWords.of(entry(null, null, List.of(), medicine, null)))
                .isEqualTo("6 capsule, One twice a day, With food");
    }

    @Test
    void line_isWhatWasWrittenAnsweredOrAttached_andAbsentWhereNothingWas() {
        Value answer = new Value(null, null, null, named("373066001", "Yes"), null);
        Attachment report = new Attachment(1, "application/pdf", "Day-long report", 9);

        assertThat(SentInWords.of(entry("Asked twice", answer, List.of(), null, null)))
                .isEqualTo("Asked twice, Yes");
        assertThat(SentInWords.of(entry(null, null, List.of(), null, report)))
                .isEqualTo("Day-long report, application/pdf");
        assertThat(SentInWords.of(entry(null, null, List.of(), null, null))).isNull();
    }

    private static Coding named(String code, @Nullable String display) {
        return new Coding("http://snomed.info/sct", code, display);
    }

    private static Value millimetres(String number) {
        return new Value(number, "mmHg", "mm[Hg]", null, null);
    }

    private static Entry entry(
            @Nullable String text,
            @Nullable Value value,
            List<Part> parts,
            @Nullable Medicine medicine,
            @Nullable Attachment attachment) {
        return new Entry(
                "e",
                EntryKind.OBSERVATION,
                null,
                named("1", "Something"),
                text,
                value,
                null,
                "final",
                parts,
                medicine,
                attachment);
    }
}
