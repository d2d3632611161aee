package io.consentry.bench.seedfiling;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.encryption.Vault;
import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Classes of the services are taken without what they need, which is named one by one. */
class SealingTest {

    @Test
    void whatSealsSeededContent_hasAllThatItNeeds(@TempDir Path directory) throws Exception {
        Home home = new Home(directory);
        home.create();
        Path keys = LocalSecrets.of(home).encryptionKeys().path();

        assertThat(Vault.beside(new PGSimpleDataSource(), keys, Clock.systemUTC()))
                .isNotNull();
    }
}
