package io.consentry.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RewrapAllOrNoneTest {

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    @Test
    void rewrap_changesNothing_whereOneKeyCannotBeUnwrapped() throws SQLException {
        seal("first", 1, "Z00001");
        seal("lost", 2, "Z00002");

        try (AgroalDataSource pool = TABLES.pool()) {
            RewrapKeys rewrap = new RewrapKeys(pool, KeyTables.wrappingKeys("second", 3, Map.of("first", 1)));
            assertThatThrownBy(rewrap::rewrap).hasMessageContaining("lost");
        }

        assertThat(TABLES.count("data_key where wrapped_by = 'first'")).isEqualTo(1);
    }

    private static void seal(String key, int filling, String practice) {
        DataKeys keys = new DataKeys(TABLES.runtime(), KeyTables.wrappingKeys(key, filling, Map.of()));
        assertThat(new Vault(keys, Clock.systemUTC()).seal(new Binding(practice, "1", "original"), new byte[] {1}))
                .isNotNull();
    }
}
