package io.consentry.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsultationTest {

    private static final Consultation CONSULTATION = new Consultation(
            "pharmacy-first",
            "Title",
            "2026-03-01",
            new Patient(
                    "9990000018", "01", "SPECIMEN", List.of("Ada"), null, "1990", "female", List.of("1 Road"), false),
            new Pharmacy("FQW30", "The Pharmacy"),
            new Practitioner("Dr A Specimen", "2012345", "Pharmacist"),
            List.of(new Entry(
                    "e1",
                    EntryKind.OBSERVATION,
                    null,
                    new Coding("http://snomed.info/sct", "75367002", "Blood pressure"),
                    "secret text",
                    new Entry.Value("36.70", "degree Celsius", "Cel", null, null),
                    "2026-03-01",
                    "final",
                    List.of(),
                    null,
                    null,
                    List.of(new Detail("Body site", "secret site")))),
            List.of(),
            List.of("Observation.method"));

    @Test
    void isTheSame_afterItWasStoredAsJson() throws Exception {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.readValue(mapper.writeValueAsBytes(CONSULTATION), Consultation.class))
                .isEqualTo(CONSULTATION);
    }

    @Test
    void printsNothingOfThePatient() {
        assertThat(CONSULTATION + " " + CONSULTATION.entries() + CONSULTATION.patient()
                        + CONSULTATION.entries().get(0).details())
                .doesNotContain("SPECIMEN", "9990000018", "secret");
    }
}
