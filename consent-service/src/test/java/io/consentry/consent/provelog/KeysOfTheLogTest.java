package io.consentry.consent.provelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.consent.provelog.ProvenLog.Key;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class KeysOfTheLogTest {

    private final String first = ScratchLog.newKey();
    private final String second = ScratchLog.newKey();
    private @Nullable ScratchLog opened;

    @BeforeEach
    void open() throws SQLException {
        opened = new ScratchLog();
    }

    @AfterEach
    void close() {
        scratch().close();
    }

    private ScratchLog scratch() {
        return java.util.Objects.requireNonNull(opened);
    }

    private static String verifierKey(String key) {
        return new SignedNote("consentry.test/scratch", Base64.getDecoder().decode(key)).verifierKey();
    }

    @Test
    void newKey_isNamedByTheOneBefore_andSignsFromTheNextSizeOn() throws SQLException {
        scratch().record();
        scratch().replica(first, null, null).integrator().integrate();
        ScratchLog.Replica after = scratch().replica(second, first, null);
        scratch().record();
        assertThat(after.integrator().integrate()).isEqualTo(2);

        List<Key> keys = after.log().keys();
        assertThat(keys).extracting(Key::verifierKey).containsExactly(verifierKey(first), verifierKey(second));
        assertThat(keys.get(0).endorsement()).isNull();
        assertThat(keys.get(1).endorsement())
                .startsWith("consentry.test/scratch\nkey\n" + verifierKey(second) + "\n2\n\n\u2014 ");
        // Ed25519 signs the same text the same way each time, so the signature tells who made it.
        SignedNote old =
                new SignedNote("consentry.test/scratch", Base64.getDecoder().decode(first));
        assertThat(keys.get(1).endorsement()).isEqualTo(old.endorsement(verifierKey(second), 2));
        assertThat(after.log().signedBetween(0, 2)).hasSize(2);
    }

    @Test
    void newKey_isRefused_whenTheOneBeforeDoesNotNameIt() throws SQLException {
        scratch().replica(first, null, null).integrator().integrate();

        assertThatThrownBy(
                        () -> scratch().replica(second, null, null).integrator().integrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(verifierKey(first))
                .hasMessageContaining("consent.log.previous-key");
        assertThatThrownBy(() -> scratch()
                        .replica(second, ScratchLog.newKey(), null)
                        .integrator()
                        .integrate())
                .isInstanceOf(IllegalStateException.class);
        assertThat(scratch().ask("select count(*) from log_key")).isEqualTo("1");
    }

    @Test
    void replacedKey_signsNoMore_neitherAfterARestartNorInAReplicaThatStillRuns() throws SQLException {
        ScratchLog.Replica running = scratch().replica(first, null, null);
        running.integrator().integrate();
        scratch().replica(second, first, null).integrator().integrate();
        scratch().record();

        assertThat(running.integrator().integrate()).isZero();
        assertThatThrownBy(() ->
                        scratch().replica(first, second, null).integrator().integrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was replaced");
        assertThat(scratch().replica(second, null, null).integrator().integrate())
                .isEqualTo(1);
    }

    @Test
    void anchor_hasEveryCheckpointOnce_alsoAfterARestart(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("anchor");
        for (int start = 0; start < 2; start++) {
            ScratchLog.Replica replica = scratch().replica(first, null, file);
            for (int event = 0; event < 2; event++) {
                scratch().record();
                replica.anchor().reach(replica.integrator().integrate());
                replica.anchor().reach(replica.integrator().integrate());
            }
        }

        ProvenLog log = scratch().replica(first, null, null).log();
        StringBuilder all = new StringBuilder();
        log.signedBetween(0, 4)
                .forEach(checkpoint -> all.append(checkpoint.note()).append('\n'));
        assertThat(Files.readString(file)).isEqualTo(all.toString());
        assertThat(log.signedBetween(0, 4)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 100, 190})
    void anchor_goesOn_whereTheLastNoteWasTornOff(int left, @TempDir Path directory) throws Exception {
        goesOnWithoutTheSecond(directory.resolve("anchor"), notes -> {
            String text = new String(notes, UTF_8);
            int second = text.indexOf("\n\n", text.indexOf("\n\u2014 ")) + 2;
            return text.substring(0, Math.min(second + left, text.length() - 1)).getBytes(UTF_8);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anchor_goesOn_whereTheLastNoteWasTornOffWithinALetter(int left, @TempDir Path directory) throws Exception {
        goesOnWithoutTheSecond(directory.resolve("anchor"), notes -> {
            String text = new String(notes, UTF_8);
            int dash = text.substring(0, text.lastIndexOf('\u2014')).getBytes(UTF_8).length;
            return Arrays.copyOf(notes, dash + left);
        });
    }

    private void goesOnWithoutTheSecond(Path file, UnaryOperator<byte[]> torn) throws Exception {
        for (int event = 0; event < 3; event++) {
            scratch().record();
            ScratchLog.Replica replica = scratch().replica(first, null, file);
            replica.anchor().reach(replica.integrator().integrate());
            if (event == 1) {
                Files.write(file, torn.apply(Files.readAllBytes(file)));
            }
        }

        ProvenLog log = scratch().replica(first, null, null).log();
        assertThat(Files.readString(file))
                .isEqualTo(log.signedBetween(0, 1).get(0).note() + "\n"
                        + log.signedBetween(2, 3).get(0).note() + "\n");
    }

    @Test
    void keys_cannotBeChanged_byTheRuntimeRole() throws SQLException {
        scratch().replica(first, null, null).integrator().integrate();
        for (String sql : List.of("update log_key set verifier_key = 'x'", "delete from log_key", "truncate log_key")) {
            assertThatThrownBy(() -> scratch().execute("consent_runtime", sql))
                    .hasMessageContaining("permission denied");
        }
    }
}
