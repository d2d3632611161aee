package io.consentry.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KeysInAFileTest {

    private static final Binding PLACE = new Binding("Z00001", "1", "original");
    private static final String OLD = "old=" + KeyTables.base64(1) + "\n";
    private static final String NEW = "new=" + KeyTables.base64(2) + "\n";

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    @Test
    void rewrap_needsNoRestart_andTheOldKeyIsNotNeededAnyMore(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("keys");
        Files.writeString(file, OLD);
        KeyEncryptionKeys asked = KeyTables.keysIn(file);
        KeyEncryptionKeys another = KeyTables.keysIn(file);
        Sealed sealed = vault(asked).seal(PLACE, "content".getBytes(UTF_8));
        byte[] hash = new KeyedHash(TABLES.runtime(), asked).of("content", "Z00001", new byte[] {1});

        Files.writeString(file, NEW + OLD);
        RewrapKeys.Rewrapped done = new RewrapKeys(TABLES.runtime(), asked).rewrap();
        assertThat(done).isEqualTo(new RewrapKeys.Rewrapped("new", 2));
        Files.writeString(file, NEW);
        assertThat(new RewrapKeys(TABLES.runtime(), asked).rewrap().keys()).isZero();

        assertThat(TABLES.count("data_key where wrapped_by <> 'new'")).isZero();
        assertThat(vault(asked).open(PLACE, sealed)).asString().isEqualTo("content");
        assertThat(new KeyedHash(TABLES.runtime(), asked).of("content", "Z00001", new byte[] {1}))
                .isEqualTo(hash);
        assertThat(vault(another).open(PLACE, sealed))
                .as("opened by a process that nobody asked")
                .asString()
                .isEqualTo("content");
    }

    @Test
    void rewrap_changesNothing_whenAKeyIsMissing(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("keys");
        Files.writeString(file, OLD + NEW);
        KeyEncryptionKeys keys = KeyTables.keysIn(file);
        vault(keys).seal(PLACE, new byte[] {1});

        Files.writeString(file, "newest=" + KeyTables.base64(3) + "\n");
        assertThatThrownBy(() -> new RewrapKeys(TABLES.runtime(), keys).rewrap())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(KeyTables.base64(3));
        assertThat(TABLES.count("data_key where wrapped_by = 'newest'")).isZero();
    }

    @Test
    void aFileThatHoldsNoKeys_stopsTheStart_withoutShowingIt(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("keys");
        for (String wrong :
                List.of("", "secretlooking", "name=c2hvcnQ=", "name=not base64", "=" + KeyTables.base64(1))) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> KeyTables.keysIn(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("secretlooking")
                    .hasMessageNotContaining("c2hvcnQ")
                    .hasMessageNotContaining(KeyTables.base64(1));
        }
        assertThatThrownBy(() -> KeyTables.keysIn(directory.resolve("none"))).hasMessageContaining("cannot be read");
    }

    private static Vault vault(KeyEncryptionKeys keys) {
        return new Vault(new DataKeys(TABLES.runtime(), keys), Clock.systemUTC());
    }
}
