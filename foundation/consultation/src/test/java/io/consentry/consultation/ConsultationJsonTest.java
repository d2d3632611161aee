package io.consentry.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationJsonTest {

    private static final Consultation BARE = new Consultation(
            "pharmacy-first",
            null,
            null,
            new Patient(null, null, "FERNSIDE", List.of(), null, null, null, List.of(), false),
            new Pharmacy("FX001", null),
            null,
            List.of(
                    entry(EntryKind.CONDITION, null),
                    entry(EntryKind.MEDICINE, new Entry.Medicine(null, null, List.of(), List.of(), null, null, null))),
            List.of(),
            List.of());

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "NON_NULL", "NON_EMPTY"})
    void read_givesWhatWasWritten_whateverTheWriterLeavesOut(JsonInclude.Include inclusion) throws Exception {
        ObjectMapper writer = new ObjectMapper().setDefaultPropertyInclusion(inclusion);
        String json = writer.writeValueAsString(BARE);
        assertThat(new ObjectMapper().readValue(json, Consultation.class)).isEqualTo(BARE);
    }

    @Test
    void toString_namesNoPatient() {
        assertThat(BARE.toString() + BARE.patient() + BARE.entries()).doesNotContain("FERNSIDE");
    }

    private static Entry entry(EntryKind kind, Entry.@Nullable Medicine medicine) {
        return new Entry("e1", kind, null, null, null, null, null, null, List.of(), medicine, null);
    }
}
