package io.consentry.filing.settle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of entry that a practice files by default, by service: as words in events, as JSON in its row. */
final class PreTickedKinds {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PreTickedKinds() {}

    /** As words, in one order, so that asking for the same twice is no change. */
    static Map<String, List<String>> words(Map<String, List<EntryKind>> kinds) {
        Map<String, List<EntryKind>> inOrder = new TreeMap<>();
        kinds.forEach((service, some) ->
                inOrder.put(service, some.stream().distinct().sorted().toList()));
        return MAPPER.convertValue(inOrder, new TypeReference<>() {});
    }

    static String json(Map<String, List<String>> words) {
        try {
            return MAPPER.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words by service cannot be written", e);
        }
    }

    static Map<String, List<EntryKind>> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The row of settings is not readable", e);
        }
    }
}
