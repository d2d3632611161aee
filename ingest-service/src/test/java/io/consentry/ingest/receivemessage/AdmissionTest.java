package io.consentry.ingest.receivemessage;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.receivemessage.Admission.Permit;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final long MEGABYTE = 1024 * 1024;

    private final Admission admission = new Admission(10 * MEGABYTE, 2);

    @Test
    void grantsAtOnce_whileThereIsRoom() {
        assertThat(isGranted(ask(6))).isTrue();
        assertThat(isGranted(ask(4))).isTrue();
        assertThat(isGranted(ask(1))).isFalse();
    }

    @Test
    void grantsInTheOrderOfAsking_evenIfASmallerOneWouldFit() {
        Permit first = ask(8);
        Permit large = ask(5);
        Permit small = ask(1);
        assertThat(isGranted(small)).isFalse();

        first.close();

        assertThat(isGranted(large)).isTrue();
        assertThat(isGranted(small)).isTrue();
    }

    @Test
    void refuses_whenTooManyWait() {
        ask(10);
        ask(1);
        ask(1);

        assertThat(admission.request(MEGABYTE)).isEmpty();
    }

    @Test
    void forgetsWhoeverStopsWaiting() {
        Permit first = ask(10);
        Permit goneAway = ask(10);
        Permit last = ask(10);

        goneAway.close();
        first.close();

        assertThat(isGranted(last)).isTrue();
    }

    @Test
    void givesRoomBackOnce_howeverOftenItIsClosed() {
        Permit first = ask(10);
        first.close();
        first.close();

        assertThat(isGranted(ask(10))).isTrue();
        assertThat(isGranted(ask(1))).isFalse();
    }

    @Test
    void countsTheSmallestMessageToo() {
        ask(9);
        int smallest = 0;
        while (isGranted(admission.request(1).orElseThrow())) {
            smallest++;
        }

        assertThat(smallest).isEqualTo(32);
    }

    private Permit ask(long megabytes) {
        return admission.request(megabytes * MEGABYTE).orElseThrow();
    }

    private static boolean isGranted(Permit permit) {
        return permit.granted().toCompletableFuture().isDone();
    }
}
