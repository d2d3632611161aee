package io.consentry.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyedHashTest {

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    private final KeyedHash hash = replica();

    @Test
    void sameContent_hasTheSameHash_forEveryReplica() {
        assertThat(hash.of("content", "Z00001", "a".getBytes(UTF_8)))
                .hasSize(32)
                .isEqualTo(replica().of("content", "Z00001", "a".getBytes(UTF_8)));
    }

    @Test
    void otherContent_practice_orPurpose_hasAnother() {
        byte[] content = "a".getBytes(UTF_8);

        assertThat(hash.of("content", "Z00001", content))
                .isNotEqualTo(hash.of("content", "Z00001", "b".getBytes(UTF_8)))
                .isNotEqualTo(hash.of("content", "Z00002", content))
                .isNotEqualTo(hash.of("surname", "Z00001", content));
    }

    private static KeyedHash replica() {
        return new KeyedHash(TABLES.runtime(), KeyTables.wrappingKeys("primary", 1, Map.of()));
    }
}
