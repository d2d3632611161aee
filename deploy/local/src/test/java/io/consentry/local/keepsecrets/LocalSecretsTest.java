package io.consentry.local.keepsecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

    @Test
    void of_keepsWhatItMade(@TempDir Path directory) throws IOException {
        LocalSecrets first = LocalSecrets.of(new Home(directory));
        LocalSecrets again = LocalSecrets.of(new Home(directory));

        assertThat(again.databasePassword()).isEqualTo(first.databasePassword()).hasSizeGreaterThan(40);
        assertThat(LocalSecrets.databaseAdminPassword(new Home(directory)))
                .isEqualTo(LocalSecrets.databaseAdminPassword(new Home(directory)))
                .isNotEqualTo(first.databasePassword());
        assertThat(again.encryptionKeys().path())
                .isEqualTo(first.encryptionKeys().path());
        assertThat(again.identity().getPublic()).isEqualTo(first.identity().getPublic());
        assertThat(again.services().getPrivate()).isEqualTo(first.services().getPrivate());
        assertThat(Base64.getDecoder().decode(key(first))).hasSize(32);
    }

    @Test
    void of_keepsTheKey_ofAHomeThatIsOlderThanTheFileOfKeys(@TempDir Path directory) throws IOException {
        Home home = new Home(directory);
        Files.createDirectories(home.secrets());
        Files.writeString(home.secrets().resolve("encryption-key"), "b2xkZXI=\n");

        for (int i = 0; i < 2; i++) {
            assertThat(Files.readString(LocalSecrets.of(home).encryptionKeys().path()))
                    .isEqualTo("primary=b2xkZXI=\n");
        }
        assertThat(home.secrets().resolve("encryption-key")).doesNotExist();
    }

    @Test
    void newKey_standsBeforeTheOld_untilTheRotationEnds(@TempDir Path directory) throws IOException {
        EncryptionKeys keys = LocalSecrets.of(new Home(directory)).encryptionKeys();
        String old = Files.readString(keys.path()).strip();

        keys.begin("newer");
        assertThat(keys.isBeingRotated()).isTrue();
        assertThat(Files.readAllLines(keys.path())).hasSize(2).last().isEqualTo(old);
        assertThat(Files.readAllLines(keys.path())).first().asString().startsWith("newer=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.path())))
                .isEqualTo("rw-------");

        keys.end();
        assertThat(keys.isBeingRotated()).isFalse();
        assertThat(Files.readAllLines(keys.path()))
                .singleElement()
                .asString()
                .startsWith("newer=")
                .doesNotContain(old);
    }

    @Test
    void keysThatComeBack_takeNoneAwayThatCameMeanwhile(@TempDir Path directory) throws IOException {
        EncryptionKeys keys = LocalSecrets.of(new Home(directory)).encryptionKeys();
        keys.begin("second");
        List<String> both = Files.readAllLines(keys.path());
        String taken = keys.end();
        keys.begin("third");
        String third = Files.readAllLines(keys.path()).get(0);

        keys.restore(taken);

        assertThat(Files.readAllLines(keys.path())).containsExactly(third, both.get(0), both.get(1));
    }

    /** A suite on a server of somebody else's has no use for it. */
    @Test
    void adminPasswordThatIsLost_isMissedOnlyByWhoeverAsksForIt(@TempDir Path directory) throws IOException {
        Home home = new Home(directory);
        Files.createDirectories(home.postgresData());
        Files.createFile(home.postgresComplete());
        Files.createFile(home.postgresData().resolve("postgresql.conf"));
        Files.writeString(home.postgresData().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");

        assertThat(LocalSecrets.of(home).databasePassword()).isNotEmpty();
        assertThatThrownBy(() -> LocalSecrets.databaseAdminPassword(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("database-admin-password");
    }

    @Test
    void of_makesOthers_forAnotherHome(@TempDir Path one, @TempDir Path other) throws IOException {
        assertThat(key(LocalSecrets.of(new Home(one)))).isNotEqualTo(key(LocalSecrets.of(new Home(other))));
    }

    @Test
    void of_letsNobodyElseRead(@TempDir Path directory) throws IOException {
        Home home = new Home(directory);
        LocalSecrets.of(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home.secrets())) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(5).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void of_refuses_whenAKeyIsDamaged(@TempDir Path directory) throws IOException {
        Home home = new Home(directory);
        LocalSecrets.of(home);
        Files.writeString(home.secrets().resolve("identity-key"), "nonsense");
        assertThatThrownBy(() -> LocalSecrets.of(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void toString_saysNothing(@TempDir Path directory) throws IOException {
        LocalSecrets secrets = LocalSecrets.of(new Home(directory));
        assertThat(secrets.toString()).doesNotContain(secrets.databasePassword(), key(secrets));
        assertThat(secrets.encryptionKeys().toString()).doesNotContain(key(secrets));
    }

    private static String key(LocalSecrets secrets) throws IOException {
        String line = Files.readString(secrets.encryptionKeys().path()).strip();
        return line.substring(line.indexOf('=') + 1);
    }
}
