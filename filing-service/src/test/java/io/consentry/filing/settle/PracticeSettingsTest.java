package io.consentry.filing.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.eventstore.EventNames;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.testing.ApprovedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PracticeSettingsTest {

    private static final String PRACTICE = "Z00001";
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.000001Z");
    private static final Actor DANA = new Actor("dana", "Dana Example", "data-controller", PRACTICE);
    private static final Map<String, List<String>> PRE_TICKED =
            Map.of("blood-pressure-check", List.of("observation", "attachment"));
    private static final SettingsChanged CHANGED =
            new SettingsChanged(PRACTICE, 60, true, false, "records@practice.example", false, PRE_TICKED, DANA, NOW);

    private final FixtureConfiguration<PracticeSettings> settings = new AggregateTestFixture<>(PracticeSettings.class);

    private static ChangeSettings change(long seen, long undoSeconds) {
        return new ChangeSettings(
                ChangeSettings.streamOf(PRACTICE),
                PRACTICE,
                seen,
                undoSeconds,
                true,
                false,
                "records@practice.example",
                false,
                PRE_TICKED,
                DANA,
                NOW);
    }

    @Test
    void change_isTheFirst_whereNothingWasSettled() {
        settings.givenNoPriorActivity()
                .when(change(0, 60))
                .expectEvents(CHANGED)
                .expectResultMessagePayload(1L);
    }

    @Test
    void change_changesNothing_whenItHoldsAlready() {
        settings.given(CHANGED).when(change(1, 60)).expectNoEvents();
    }

    @Test
    void change_leavesAsItIs_whatItDoesNotSpeakOf() {
        settings.given(CHANGED)
                .when(new ChangeSettings(
                        ChangeSettings.streamOf(PRACTICE), PRACTICE, 1, 90, true, false, null, null, null, DANA, NOW))
                .expectEvents(new SettingsChanged(PRACTICE, 90, true, false, null, false, PRE_TICKED, DANA, NOW));
    }

    @Test
    void change_isRefused_whenSomebodyWasFaster() {
        settings.given(CHANGED).when(change(0, 90)).expectNoEvents().expectException(SettingsWereChanged.class);
    }

    @Test
    void storedEvent_fromBeforeThereWasAChoice_isReadAsTheChoiceThatHeld() {
        Serializer serializer = serializer();
        SerializedObject<byte[]> stored = serializer.serialize(CHANGED, byte[].class);
        String older = new String(stored.getData(), StandardCharsets.UTF_8)
                .replaceFirst("\"notesToSenders\":false,\"preTicked\":\\{.*?\\},", "");

        SettingsChanged read = serializer.deserialize(
                new SimpleSerializedObject<>(older.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType()));

        assertThat(older).doesNotContain("preTicked");
        assertThat(read)
                .isEqualTo(new SettingsChanged(
                        PRACTICE, 60, true, false, "records@practice.example", true, Map.of(), DANA, NOW));
    }

    private static Serializer serializer() {
        return EventSourcing.on(new PGSimpleDataSource())
                .events(EventNames.none().with("SettingsChanged", "1", SettingsChanged.class))
                .build()
                .configuration()
                .eventSerializer();
    }

    @Test
    void storedEvent_isAsApproved_andReadBackEqual() throws IOException {
        Serializer serializer = serializer();
        SerializedObject<byte[]> stored = serializer.serialize(CHANGED, byte[].class);
        ObjectMapper mapper = new ObjectMapper();

        ApprovedFile.matches(
                Path.of("src/test/approved/events/SettingsChanged-1.json"),
                mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(mapper.readTree(new String(stored.getData(), StandardCharsets.UTF_8))));
        assertThat(serializer.<byte[], SettingsChanged>deserialize(stored)).isEqualTo(CHANGED);
    }
}
