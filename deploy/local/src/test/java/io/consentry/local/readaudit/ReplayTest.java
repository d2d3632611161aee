package io.consentry.local.readaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final String P = "Z00001";

    private final Replay replay = new Replay();

    @Test
    void inForce_isTheLatestDecision_atAnyTime() throws IOException {
        add(1, "PracticeOptedIn", "10:00", "opted-in", "");
        add(2, "PracticeOptedOut", "12:00", "opted-out", "");

        assertThat(decisionAt("09:59")).isEqualTo("never");
        assertThat(decisionAt("10:00")).isEqualTo("opted-in");
        assertThat(decisionAt("11:59")).isEqualTo("opted-in");
        assertThat(decisionAt("12:00")).isEqualTo("opted-out");
        assertThat(replay.faults()).isEmpty();
    }

    @Test
    void inForce_waitsForItsTime_whenADecisionWasMadeAhead() throws IOException {
        add(1, "PracticeOptedIn", "10:00", "opted-in", "");
        add(2, "PracticeOptedOut", "10:30", "opted-out", ",\"effectiveFrom\":\"2026-03-02T15:00:00.000000Z\"");
        add(3, "PracticeOptedIn", "11:00", "opted-in", "");

        assertThat(decisionAt("14:59")).isEqualTo("opted-in");
        assertThat(decisionAt("15:00")).isEqualTo("opted-out");
    }

    @Test
    void inForce_ignoresADecision_thatWasCalledOffBeforeItsTime() throws IOException {
        add(1, "PracticeOptedIn", "10:00", "opted-in", "");
        add(2, "PracticeOptedOut", "10:30", "opted-out", ",\"effectiveFrom\":\"2026-03-02T15:00:00.000000Z\"");
        replay.add(ConsentEvent.read("{\"position\":3,\"type\":\"ScheduledDecisionCancelled\",\"practice\":\"" + P
                + "\",\"recordedAt\":\"" + at("11:00") + "\",\"about\":{\"cancels\":\"id-2\"}}"));

        assertThat(decisionAt("16:00")).isEqualTo("opted-in");
    }

    @Test
    void inForce_ignoresRefusedAttempts() throws IOException {
        add(1, "PracticeOptedIn", "10:00", "opted-in", "");
        add(2, "OverrideAttempted", "10:30", "opted-out", "");

        assertThat(decisionAt("11:00")).isEqualTo("opted-in");
    }

    @Test
    void faults_nameEveryPlace_whereTheLogIsNotWhole() throws IOException {
        add(1, "PracticeOptedIn", "10:00", "opted-in", "");
        add(3, "PracticeOptedOut", "12:00", "opted-out", "");
        add(4, "PracticeOptedIn", "11:00", "opted-in", "");

        assertThat(replay.faults())
                .containsExactly("position 3 follows on 1", "position 4 was recorded before the one it follows on");
    }

    @Test
    void read_refuses_whatIsNoEvent() {
        assertThatThrownBy(() -> ConsentEvent.read("{\"type\":\"x\"}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ConsentEvent.read("<html>")).isInstanceOf(IOException.class);
    }

    private void add(long position, String type, String time, String decision, String more) throws IOException {
        replay.add(ConsentEvent.read("{\"position\":" + position + ",\"id\":\"id-" + position + "\",\"type\":\"" + type
                + "\",\"practice\":\"" + P + "\",\"decision\":\"" + decision + "\",\"recordedAt\":\"" + at(time) + "\""
                + more + "}"));
    }

    private String decisionAt(String time) {
        return replay.inForce(P, Replay.MASTER, at(time))
                .map(Replay.Move::decision)
                .orElse("never");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
