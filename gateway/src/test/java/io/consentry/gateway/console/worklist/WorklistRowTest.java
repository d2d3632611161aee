package io.consentry.gateway.console.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorklistRowTest {

    @Test
    void nameAndRedFlagsAndRequests_standInTheLine_afterAnActToo() throws Exception {
        WorklistRow row = WorklistRow.of(new ObjectMapper().readTree("""
                {"id": "1", "status": "pending", "service": "pharmacy-first", "receivedAt": "2026-01-05T10:00:00Z",
                 "patient": {"prefix": "Mrs", "given": ["Tamsin", "Mary"], "family": "FERNSIDE"},
                 "entries": [{"group": "red-flags", "text": "Chest pain"}, {"group": "requested-actions", "text": "Ring"},
                             {"group": "other-notes", "text": "Nothing"}, {"group": "red-flags"}]}"""));
        assertThat(row.who()).isEqualTo("Mrs Tamsin Mary FERNSIDE");
        assertThat(row.warnings()).containsExactly("Chest pain");
        assertThat(row.asked()).containsExactly("Ring");
    }

    @ParameterizedTest
    @CsvSource({"other-notes, true", "red-flags, false", "requested-actions, false"})
    void line_offersToFileItWithOthers_unlessThePharmacistWarnsOrAsks(String heading, boolean plain) throws Exception {
        WorklistRow row = WorklistRow.of(new ObjectMapper().readTree("""
                {"id": "1", "status": "pending", "service": "pharmacy-first", "receivedAt": "2026-01-05T10:00:00Z",
                 "entries": [{"group": "%s", "text": "Ring"}]}""".formatted(heading)));
        assertThat(row.isPlain()).isEqualTo(plain);
    }
}
