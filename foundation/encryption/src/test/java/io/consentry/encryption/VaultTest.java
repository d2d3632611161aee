package io.consentry.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VaultTest {

    private static final byte[] CONTENT =
            "Patient reports a sore throat. ".repeat(200).getBytes(UTF_8);
    private static final Binding PLACE = new Binding("Z00001", "0199-1", "original");

    @RegisterExtension
    static final KeyTables TABLES = new KeyTables();

    @Test
    void open_returnsWhatWasSealed_alsoForAVaultThatRemembersNothing() {
        Sealed sealed = vault("2026-11-01").seal(PLACE, CONTENT);

        assertThat(vault("2026-12-01").open(PLACE, sealed)).isEqualTo(CONTENT);
        assertThat(vault("2026-11-01").open(PLACE, vault("2026-11-01").seal(PLACE, new byte[0])))
                .isEmpty();
    }

    @Test
    void opensAtOnce_onlyWhatItsKeyIsAtHandFor() {
        Sealed sealed = vault("2026-11-01").seal(PLACE, CONTENT);
        Vault other = vault("2026-11-01");

        assertThat(other.opensAtOnce(sealed)).isFalse();
        other.open(PLACE, sealed);
        assertThat(other.opensAtOnce(sealed)).isTrue();
        assertThat(other.opensAtOnce(new Sealed(999_999, sealed.bytes()))).isFalse();
    }

    @Test
    void seal_makesTheContentSmall_andHidesIt() {
        Sealed sealed = vault("2026-11-01").seal(PLACE, CONTENT);

        assertThat(sealed.bytes()).hasSizeLessThan(CONTENT.length / 10);
        assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("throat");
        assertThat(sealed.toString()).doesNotContain("throat");
    }

    @Test
    void seal_leavesSmallContentAsItIs_andTheFormatCannotBeChanged() {
        byte[] note = "Please ring the patient.".getBytes(UTF_8);
        Vault vault = vault("2026-11-01");
        byte[] small = vault.seal(PLACE, note).bytes();
        byte[] large = vault.seal(PLACE, CONTENT).bytes();
        long key = vault.seal(PLACE, note).keyId();

        assertThat(vault.open(PLACE, new Sealed(key, small))).isEqualTo(note);
        assertThat(small[0]).isEqualTo((byte) 2);
        assertThat(large[0]).isEqualTo((byte) 3);
        for (byte[] sealed : List.of(small, large)) {
            for (byte other : new byte[] {0, 1, 2, 3, 4}) {
                byte[] changed = sealed.clone();
                changed[0] = other;
                if (other != sealed[0]) {
                    assertThatThrownBy(() -> vault.open(PLACE, new Sealed(key, changed)))
                            .isInstanceOf(CannotBeOpenedException.class);
                }
            }
        }
    }

    @Test
    void open_opensWhatWasDeflated_asAllWasAtFirst() throws Exception {
        DataKey key = keys().of(PLACE.practice(), YearMonth.of(2026, 11));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.write(1);
        byte[] small = deflated(CONTENT);
        sealed.write(AesGcm.encrypt(key.key(), PLACE.authenticated(), small, small.length));

        assertThat(vault("2026-11-01").open(PLACE, new Sealed(key.id(), sealed.toByteArray())))
                .isEqualTo(CONTENT);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        Deflater bare = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(small, bare)) {
            deflating.write(content);
        } finally {
            bare.end();
        }
        return small.toByteArray();
    }

    @Test
    void seal_givesOtherBytes_eachTime() {
        Vault vault = vault("2026-11-01");

        assertThat(vault.seal(PLACE, CONTENT).bytes())
                .isNotEqualTo(vault.seal(PLACE, CONTENT).bytes());
    }

    @Test
    void open_refuses_inAnyOtherPlace() {
        Vault vault = vault("2026-11-01");
        Sealed sealed = vault.seal(PLACE, CONTENT);

        for (Binding other : new Binding[] {
            new Binding("Z00002", "0199-1", "original"),
            new Binding("Z00001", "0199-2", "original"),
            new Binding("Z00001", "0199-1", "consultation"),
            new Binding("Z00001", "0199-1o", "riginal")
        }) {
            assertThatThrownBy(() -> vault.open(other, sealed))
                    .isInstanceOf(CannotBeOpenedException.class)
                    .hasMessageNotContaining("throat");
        }
    }

    @Test
    void open_refuses_whenAnyByteWasChanged() {
        Vault vault = vault("2026-11-01");
        Sealed sealed = vault.seal(PLACE, "short".getBytes(UTF_8));

        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] changed = sealed.bytes();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(PLACE, new Sealed(sealed.keyId(), changed)))
                    .as("byte %d", i)
                    .isInstanceOf(CannotBeOpenedException.class);
        }
        assertThatThrownBy(() -> vault.open(PLACE, new Sealed(sealed.keyId(), new byte[] {1, 2, 3})))
                .isInstanceOf(CannotBeOpenedException.class);
    }

    @Test
    void open_refuses_whenTheKeyIsGone() {
        Sealed sealed = vault("2026-11-01").seal(PLACE, CONTENT);

        assertThatThrownBy(() -> vault("2026-11-01").open(PLACE, new Sealed(999_999, sealed.bytes())))
                .isInstanceOf(CannotBeOpenedException.class);
    }

    @Test
    void open_refuses_whenAWrappedKeyWasMovedToAnotherPractice() throws SQLException {
        Sealed sealed = vault("2026-11-01").seal(new Binding("MOVED1", "1", "original"), CONTENT);
        vault("2026-11-01").seal(new Binding("MOVED2", "1", "original"), CONTENT);
        TABLES.execute("update data_key set wrapped = (select wrapped from data_key where practice = 'MOVED2')"
                + " where practice = 'MOVED1'");

        assertThatThrownBy(() -> vault("2026-11-01").open(new Binding("MOVED1", "1", "original"), sealed))
                .isInstanceOf(CannotBeOpenedException.class);
    }

    @Test
    void seal_usesAKeyForEachPracticeAndMonth() {
        Vault november = vault("2026-11-30");

        long key =
                november.seal(new Binding("MONTH1", "1", "original"), CONTENT).keyId();

        assertThat(november.seal(new Binding("MONTH1", "2", "original"), CONTENT)
                        .keyId())
                .isEqualTo(key);
        assertThat(november.seal(new Binding("MONTH2", "1", "original"), CONTENT)
                        .keyId())
                .isNotEqualTo(key);
        assertThat(vault("2026-12-01")
                        .seal(new Binding("MONTH1", "1", "original"), CONTENT)
                        .keyId())
                .isNotEqualTo(key);
    }

    @Test
    void seal_leavesOneKey_whenManyNeedItFirst() throws Exception {
        int creators = 12;
        CyclicBarrier together = new CyclicBarrier(creators);
        Binding place = new Binding("RACE01", "1", "original");
        ExecutorService replicas = Executors.newFixedThreadPool(creators);
        try {
            var sealed = IntStream.range(0, creators)
                    .mapToObj(i -> replicas.submit(() -> {
                        Vault replica = vault("2026-11-15");
                        together.await();
                        return replica.seal(place, CONTENT);
                    }))
                    .toList();
            for (Future<Sealed> one : sealed) {
                assertThat(vault("2026-11-15").open(place, one.get())).isEqualTo(CONTENT);
                assertThat(one.get().keyId()).isEqualTo(sealed.get(0).get().keyId());
            }
        } finally {
            replicas.shutdownNow();
        }
        assertThat(TABLES.count("data_key where practice = 'RACE01'")).isEqualTo(1);
    }

    private static DataKeys keys() {
        return new DataKeys(TABLES.runtime(), KeyTables.wrappingKeys("primary", 1, Map.of()));
    }

    private static Vault vault(String day) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new Vault(keys(), clock);
    }
}
