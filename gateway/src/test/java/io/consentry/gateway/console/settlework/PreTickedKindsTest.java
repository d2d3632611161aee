package io.consentry.gateway.console.settlework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreTickedKindsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTLED = """
            {"undoSeconds": 90, "bulkFiling": true, "fallbackAddress": "records@practice.example",
             "preTicked": {"contraception": ["note"]}}""";

    @Test
    void oneServiceIsChanged_andAllElseStays() throws Exception {
        assertThat(PreTickedKinds.of("pharmacy-first", List.of("note", "medicine"), JSON.readTree(SETTLED)))
                .isEqualTo(JSON.readTree("""
                        {"undoSeconds": 90, "bulkFiling": true, "fallbackAddress": "records@practice.example",
                         "preTicked": {"contraception": ["note"], "pharmacy-first": ["note", "medicine"]}}"""));
    }

    @Test
    void nothingTicked_isSettledAsNothing() throws Exception {
        JsonNode changed = PreTickedKinds.of("contraception", List.of(), JSON.readTree(SETTLED));
        assertThat(changed.at("/preTicked/contraception")).isEmpty();
        assertThat(changed.at("/preTicked").has("contraception")).isTrue();
    }

    @Test
    void everythingTicked_isNotNamed() throws Exception {
        List<String> all = List.of("note", "condition", "observation", "medicine", "attachment");
        assertThat(PreTickedKinds.of("pharmacy-first", all, JSON.readTree(SETTLED)))
                .isEqualTo(JSON.readTree(SETTLED));
        assertThat(PreTickedKinds.of("contraception", all, JSON.readTree(SETTLED))
                        .at("/preTicked"))
                .isEmpty();
        assertThat(PreTickedKinds.of("contraception", all, JSON.readTree("{}")).at("/preTicked"))
                .isEmpty();
    }
}
