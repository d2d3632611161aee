package io.consentry.bench.seedfiling;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Patient;
import io.consentry.encryption.Binding;
import io.consentry.encryption.KeyedHash;
import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.consentry.filing.item.ItemEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Some items as rows of every table that is written when a message becomes an item; the rest the service makes itself. */
final class ItemTables {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper CONTENT = JsonMapper.builder().build();

    /** As the service writes its events. */
    private static final JsonMapper EVENT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final BinaryRows content = new BinaryRows();
    private final BinaryRows search = new BinaryRows();
    private final BinaryRows codes = new BinaryRows();
    private final BinaryRows systems = new BinaryRows();
    private final BinaryRows unread = new BinaryRows();
    private final BinaryRows events = new BinaryRows();
    private final Vault vault;
    private final KeyedHash hashes;
    private final String system;
    private final Instant now;

    ItemTables(Vault vault, KeyedHash hashes, String system, Instant now) {
        this.vault = vault;
        this.hashes = hashes;
        this.system = system;
        this.now = now;
    }

    ItemTables add(List<SeededItem> items) {
        items.forEach(this::add);
        return this;
    }

    /** By the statement that copies them; the events last, since whoever reads them expects the rest. */
    Map<String, byte[]> rows() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("item_content (item_id, part, practice, key_id, sealed)", content.ended());
        tables.put("item_search (practice, item_id, terms)", search.ended());
        tables.put("item_code (code, item_id, entry)", codes.ended());
        tables.put("item_system (system, item_id)", systems.ended());
        tables.put("unread_item (item_id, practice, told_at)", unread.ended());
        tables.put(
                "stored_event (event_id, stream_id, stream_sequence, stream_type, recorded_at, event_name, revision,"
                        + " payload, metadata)",
                events.ended());
        return tables;
    }

    private void add(SeededItem item) {
        seal(item, "summary", summary(item));
        seal(item, "consultation", item.consultation());
        findable(item, item.consultation().patient());
        codes(item);
        systems.row(system, item.id());
        if (item.isPending()) {
            // It has been lying there for long: both sides have been told.
            unread.row(item.id(), item.practice(), now);
        }
        for (int place = 0; place < item.events().size(); place++) {
            ItemEvent event = item.events().get(place);
            events.row(
                    UUID.randomUUID(),
                    item.id(),
                    (long) place,
                    "Item",
                    now,
                    event.getClass().getSimpleName(),
                    "1",
                    json(EVENT, event),
                    NO_METADATA);
        }
    }

    private void seal(SeededItem item, String part, Object value) {
        Sealed sealed = vault.seal(new Binding(item.practice(), item.id(), part), json(CONTENT, value));
        content.row(item.id(), part, item.practice(), sealed.keyId(), sealed.bytes());
    }

    private static Map<String, Object> summary(SeededItem item) {
        Patient patient = item.consultation().patient();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", patient.prefix() + " " + patient.given().get(0) + " " + patient.family());
        summary.put("nhsNumber", patient.nhsNumber());
        summary.put("birthDate", patient.birthDate());
        summary.put("redFlags", item.texts("red-flags"));
        summary.put("requestedActions", item.texts("plan-and-requested-actions"));
        return summary;
    }

    private void findable(SeededItem item, Patient patient) {
        List<Long> terms = new ArrayList<>();
        terms.add(term(item, "nhs-number", Objects.requireNonNull(patient.nhsNumber())));
        String surname = Objects.requireNonNull(patient.family()).toUpperCase(java.util.Locale.ROOT);
        for (int letters = 3; letters <= surname.length(); letters++) {
            terms.add(term(item, "surname", surname.substring(0, letters)));
        }
        search.row(item.practice(), item.id(), terms);
    }

    private long term(SeededItem item, String kind, String text) {
        return ByteBuffer.wrap(hashes.of("search/" + kind, item.practice(), text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private void codes(SeededItem item) {
        List<Entry> entries = item.consultation().entries();
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            code(item, entry.code(), place + 1);
            for (Entry.Part part : entry.parts()) {
                code(item, part.code(), place + 1);
            }
        }
    }

    private void code(SeededItem item, @org.jspecify.annotations.Nullable Coding coding, int entry) {
        if (coding != null) {
            codes.row(Objects.requireNonNull(coding.code()), item.id(), entry);
        }
    }

    private static byte[] json(JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }
}
