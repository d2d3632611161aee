package io.consentry.gateway.console.replayhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.consentry.gateway.console.moveswitch.Happened;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BandsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double WIDE = Bands.WIDTH - Bands.LEFT - Bands.RIGHT;

    @Test
    void band_changesWhereTheSwitchMoved() {
        Bands bands = Bands.of(
                List.of(event(1, "PracticeOptedIn", null, 0), event(2, "PracticeOptedOut", null, 5)), after(10));

        assertThat(bands.bands().get(0).pieces()).extracting(Bands.Piece::on).containsExactly(true, false);
        assertThat(bands.bands().get(0).pieces().get(0).width()).isCloseTo(WIDE / 2, within(0.2));
    }

    @Test
    void plannedMove_thatWasCancelled_orLiesAhead_isNotDrawn() {
        Happened planned = event(2, "ServiceOptedIn", "contraception", 1, 4, null);
        Happened cancelled = event(3, "ScheduledDecisionCancelled", null, 2, null, "id-2");
        Happened ahead = event(4, "PracticeOptedOut", null, 3, 20, null);

        Bands bands = Bands.of(List.of(event(1, "PracticeOptedIn", null, 0), planned, cancelled, ahead), after(10));

        assertThat(bands.bands()).extracting(Bands.Band::service).containsExactly(Bands.WHOLE);
        assertThat(bands.bands().get(0).pieces()).extracting(Bands.Piece::on).containsExactly(true);
    }

    @Test
    void attempt_isAMark_andMovesNothing() {
        Bands bands = Bands.of(
                List.of(event(1, "PracticeOptedIn", null, 0), event(2, "OverrideAttempted", null, 5)), after(10));

        assertThat(bands.attempts()).hasSize(1);
        assertThat(bands.attempts().get(0)).isCloseTo(Bands.LEFT + WIDE / 2, within(0.2));
        assertThat(bands.bands().get(0).pieces()).hasSize(1);
    }

    private static Happened event(long position, String type, @Nullable String service, int day) {
        return event(position, type, service, day, null, null);
    }

    private static Happened event(
            long position,
            String type,
            @Nullable String service,
            int day,
            @Nullable Integer effective,
            @Nullable String cancels) {
        JsonNode about =
                cancels == null ? null : JsonNodeFactory.instance.objectNode().put("cancels", cancels);
        return new Happened(
                position,
                "id-" + position,
                type,
                "Z00001",
                service,
                null,
                after(day),
                effective == null ? null : after(effective),
                null,
                null,
                about,
                null,
                null);
    }

    private static Instant after(int days) {
        return START.plusSeconds(days * 86_400L);
    }
}
