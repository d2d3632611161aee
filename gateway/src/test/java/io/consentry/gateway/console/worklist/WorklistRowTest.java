package io.consentry.gateway.console.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

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
}
