package io.consentry.filing.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.eventstore.EventNames;
import io.consentry.eventstore.EventSourcing;
import io.consentry.testing.ApprovedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is stored lives as long as the store: each event's JSON is approved once and then stays. */
class EventContractsTest {

    private static final EventNames NAMES = ItemEventNames.all();
    private static final Serializer SERIALIZER = EventSourcing.on(new PGSimpleDataSource())
            .events(NAMES)
            .build()
            .configuration()
            .eventSerializer();

    static Stream<ItemEvent> samples() {
        return Stream.of(
                Samples.received(),
                Samples.filed(List.of(3, 5)),
                Samples.rejected(),
                Samples.replaced(),
                Samples.newerDocument(),
                Samples.withdrawn(),
                Samples.withdrawalAsked(),
                Samples.undone("pending"),
                Samples.retracted("pending"),
                Samples.recalled(),
                Samples.recallConfirmed(),
                Samples.assigned("bob"),
                Samples.noteAdded());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storedEvent_isAsApproved_forEveryRevision(ItemEvent sample) throws JsonProcessingException {
        EventNames.NameAndRevision label = NAMES.of(sample.getClass()).orElseThrow();

        ApprovedFile.matches(
                Path.of("src/test/approved/events", label.name() + "-" + label.revision() + ".json"),
                pretty(new String(SERIALIZER.serialize(sample, byte[].class).getData(), StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storedEvent_isReadBackEqual_whateverItHolds(ItemEvent sample) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(sample, byte[].class);

        assertThat(SERIALIZER.<byte[], ItemEvent>deserialize(stored)).isEqualTo(sample);
    }

    @Test
    void storedFiling_fromBeforeReasonsWereGiven_isReadWithoutOne() {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(Samples.filed(List.of()), byte[].class);
        String older = new String(stored.getData(), StandardCharsets.UTF_8).replace("\"heldBackReason\":null,", "");

        assertThat(older).doesNotContain("heldBackReason");
        assertThat(SERIALIZER.<byte[], ItemEvent>deserialize(new SimpleSerializedObject<>(
                        older.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType())))
                .isEqualTo(Samples.filed(List.of()));
    }

    @Test
    void everyEvent_hasANameAndASample() {
        Set<Class<?>> permitted = Set.of(ItemEvent.class.getPermittedSubclasses());

        assertThat(NAMES.types()).isEqualTo(permitted);
        assertThat(samples().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(permitted);
    }

    private static String pretty(String json) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }
}
