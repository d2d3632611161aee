package io.consentry.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A key-encryption key that is not in the file: a page of the worklist asks for it with every line. */
class LostKeyTest {

    private static final Binding UNDER_OLD = new Binding("Z00001", "1", "original");
    private static final Binding UNDER_NEW = new Binding("Z00002", "1", "original");
    private static final String OLD = "old=" + KeyTables.base64(1) + "\n";
    private static final String NEW = "new=" + KeyTables.base64(2) + "\n";
    private static final int LONGER_THAN_IT_IS_REMEMBERED = 2_100;

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    private final AtomicInteger connections = new AtomicInteger();
    private Path file;
    private Sealed sealed;

    @BeforeEach
    void keyOfWhatWasSealed_isGone(@TempDir Path directory) throws Exception {
        file = directory.resolve("keys");
        Files.writeString(file, OLD);
        sealed = vault(KeyTables.keysIn(file)).seal(UNDER_OLD, "content".getBytes(UTF_8));
        Files.writeString(file, NEW);
    }

    @Test
    void oneLook_isEnoughForManyWhoAsk() {
        Vault vault = vault(KeyTables.keysIn(file));
        connections.set(0);

        for (int time = 0; time < 20; time++) {
            assertThatThrownBy(() -> vault.open(UNDER_OLD, sealed)).isInstanceOf(KeyNotHereException.class);
        }

        assertThat(connections).hasValue(1);
    }

    @Test
    void keyThatComesBack_isFoundAMomentLater() throws Exception {
        Vault vault = vault(KeyTables.keysIn(file));
        assertThatThrownBy(() -> vault.open(UNDER_OLD, sealed)).isInstanceOf(KeyNotHereException.class);

        Files.writeString(file, NEW + OLD);
        Thread.sleep(LONGER_THAN_IT_IS_REMEMBERED);

        assertThat(vault.open(UNDER_OLD, sealed)).asString().isEqualTo("content");
    }

    @Test
    void keyThatComesBack_isFoundAtOnce_whereTheKeysAreReadAgain() throws Exception {
        KeyEncryptionKeys keys = KeyTables.keysIn(file);
        Vault vault = vault(keys);
        assertThatThrownBy(() -> vault.open(UNDER_OLD, sealed)).isInstanceOf(KeyNotHereException.class);

        Files.writeString(file, NEW + OLD);
        keys.readAgain();

        assertThat(vault.open(UNDER_OLD, sealed)).asString().isEqualTo("content");
    }

    @Test
    void halfWrittenFile_isAKeyThatIsNotHere_andHidesNothingElse() throws Exception {
        for (String half : List.of("", NEW + "ol", NEW + OLD.substring(0, 20))) {
            Files.writeString(file, NEW);
            Vault vault = vault(KeyTables.keysIn(file));
            Sealed other = vault.seal(UNDER_NEW, "content".getBytes(UTF_8));
            Files.writeString(file, half);

            assertThatThrownBy(() -> vault.open(UNDER_OLD, sealed)).isInstanceOf(KeyNotHereException.class);
            assertThat(vault.open(UNDER_NEW, other)).asString().isEqualTo("content");
        }
    }

    private Vault vault(KeyEncryptionKeys keys) {
        return new Vault(new DataKeys(counted(), keys), Clock.systemUTC());
    }

    private DataSource counted() {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return TABLES.runtime().getConnection();
            }
        };
    }
}
