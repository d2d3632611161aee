package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.keepsecrets.EncryptionKeys;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.local.rotatekeys.RotateKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The key that wraps all others is exchanged while the suite runs, and what was sealed before stays readable. */
@ExtendWith(SharedSuite.class)
class KeyRotationIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void oldMessages_areReadable_underTheNewKeyAlone_withoutAndAfterARestart(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        byte[] message = Sample.PHARMACY_FIRST.written();
        String before = practice.send(message).text("/id");
        await().atMost(SOON).until(() -> practice.item(before).status() == 200);
        String summary = practice.item(before).json().path("entries").toString();
        Path keys = EncryptionKeys.of(suite.home()).path();
        String old = Files.readString(keys).strip();

        int wrapped = new RotateKeys(suite.home(), suite.ports()).rotate(Instant.now());

        assertThat(wrapped).as("a data key and a hash key of each service").isGreaterThanOrEqualTo(4);
        assertThat(Files.readAllLines(keys)).hasSize(1).doesNotContain(old);
        readsAndSends(practice, before, summary, message);
        suite.killAndRestart(ServiceName.INGEST);
        suite.killAndRestart(ServiceName.FILING);
        readsAndSends(practice, before, summary, message);
    }

    private static void readsAndSends(TestPractice practice, String before, String summary, byte[] message)
            throws Exception {
        assertThat(practice.item(before).json().path("entries")).hasToString(summary);
        assertThat(practice.original(before)).isEqualTo(new String(message, StandardCharsets.UTF_8));
        assertThat(practice.send(message).text("/id")).as("still recognised").isEqualTo(before);
        String after = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        await().atMost(SOON).until(() -> practice.item(after).status() == 200);
    }
}
