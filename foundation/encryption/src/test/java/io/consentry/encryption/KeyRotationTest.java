package io.consentry.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRotationTest {

    private static final Binding PLACE = new Binding("Z00001", "1", "original");

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    @Test
    void rewrap_movesEveryKeyToTheNewOne_andChangesNeitherContentNorHashes() throws SQLException {
        KeyEncryptionKeys before = KeyTables.wrappingKeys("first", 1, Map.of());
        Sealed sealed = vault(before).seal(PLACE, "content".getBytes(UTF_8));
        byte[] hash = new KeyedHash(TABLES.runtime(), before).of("content", "Z00001", new byte[] {1});

        KeyEncryptionKeys during = KeyTables.wrappingKeys("second", 2, Map.of("first", 1));
        assertThat(vault(during).open(PLACE, sealed)).asString().isEqualTo("content");
        assertThat(rewrap(during)).isEqualTo(2);
        assertThat(rewrap(during)).isZero();

        KeyEncryptionKeys after = KeyTables.wrappingKeys("second", 2, Map.of());
        assertThat(vault(after).open(PLACE, sealed)).asString().isEqualTo("content");
        assertThat(new KeyedHash(TABLES.runtime(), after).of("content", "Z00001", new byte[] {1}))
                .isEqualTo(hash);
        assertThatThrownBy(() -> vault(before).open(PLACE, sealed)).hasMessageContaining("second");
    }

    @Test
    void open_refuses_withAnotherKeyOfTheSameName() {
        Sealed sealed = vault(KeyTables.wrappingKeys("named", 5, Map.of("first", 1, "second", 2)))
                .seal(new Binding("Z00009", "1", "original"), new byte[] {1});

        assertThatThrownBy(() -> vault(KeyTables.wrappingKeys("named", 6, Map.of()))
                        .open(new Binding("Z00009", "1", "original"), sealed))
                .isInstanceOf(CannotBeOpenedException.class);
    }

    @Test
    void aKeyOfTheWrongLength_isRefusedAtStart_withoutShowingIt() {
        assertThatThrownBy(() -> new KeyEncryptionKeys(
                        new KeyTables.Configured(Optional.empty(), Optional.of("c2hvcnQ="), "primary", Map.of())))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private static int rewrap(KeyEncryptionKeys keys) throws SQLException {
        return new RewrapKeys(TABLES.runtime(), keys).rewrap().keys();
    }

    private static Vault vault(KeyEncryptionKeys keys) {
        return new Vault(new DataKeys(TABLES.runtime(), keys), Clock.systemUTC());
    }
}
