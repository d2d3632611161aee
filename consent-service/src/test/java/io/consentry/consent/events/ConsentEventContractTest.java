package io.consentry.consent.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.eventstore.EventNames.NameAndRevision;
import io.consentry.testing.ApprovedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentEventContractTest {

    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final Instant LATER = Instant.parse("2026-10-01T08:00:00Z");
    private static final Actor ANN = new Actor("ann", "data-controller", "Z00001");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static List<ConsentEvent> examples() {
        return List.of(
                new PracticeOptedIn("Z00001", "trial", LATER, ANN),
                new PracticeOptedOut("Z00001", "workload", null, ANN),
                new ServiceOptedIn("Z00001", "contraception", "contract", LATER, ANN),
                new ServiceOptedOut("Z00001", "contraception", "clinical-safety", null, ANN),
                new PracticePaused("Z00001", "clinical-safety", ANN),
                new ScheduledDecisionCancelled("Z00001", "contraception", "4f6e", ANN),
                new MandateGranted("Z00001", "ann", "enrolment", "ab".repeat(32), ANN),
                new MandateWithdrawn("Z00001", "ann", ANN),
                new OrganisationListed("Z00001", "The Surgery", "practice", "operator", ANN),
                new OrganisationClosed("Z00001", "Z00002", ANN),
                new NoticeIssued(
                        "9f1c",
                        "flu-vaccination",
                        LATER,
                        "PT672H",
                        "NHS England",
                        List.of("BMA"),
                        "ab".repeat(32),
                        ANN),
                new NoticeAcknowledged("9f1c", "Z00001", ANN),
                new ServiceAdded("flu-vaccination", List.of("1577321000000100"), "9f1c", ANN),
                new RulesChanged(RulesChanged.NOTICE_PERIOD, "PT672H", "PT336H", LATER, ANN),
                new DisclosureErased(7, "cd".repeat(32), "erasure-request", "ab".repeat(32), ANN),
                new RequestReceived("7b2e", "Z00001", "A supplier", LATER, "ab".repeat(32), ANN),
                new RequestAnswered("7b2e", "Z00001", "declined", ANN),
                new OverrideAttempted(
                        "move-switch",
                        "Z00001",
                        "contraception",
                        Decision.OPTED_IN,
                        "not-this-practice",
                        3,
                        new Actor("bob", "operator", "X26")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void storedForm_isWhatWasApproved_forEveryEvent(ConsentEvent event) throws IOException {
        NameAndRevision label = ConsentEventNames.ALL.of(event.getClass()).orElseThrow();
        Path file = APPROVED.resolve(label.name() + "." + label.revision() + ".json");

        ApprovedFile.matches(file, JSON.writeValueAsString(event));

        assertThat((Object) JSON.readValue(Files.readString(file), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void everyEvent_hasAnExample() {
        assertThat(examples().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(ConsentEventNames.ALL.types());
    }
}
