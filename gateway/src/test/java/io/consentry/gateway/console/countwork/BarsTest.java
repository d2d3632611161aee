package io.consentry.gateway.console.countwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void bar_isPiledOfWhatBecameOfTheDaysItems_andTheHighestFillsThePicture() {
        Bars bars = Bars.of(List.of(day("2026-11-23", 4, 1, 0, 5), day("2026-11-25", 1, 0, 0, 1)));

        List<Bars.Piece> first =
                bars.pieces().stream().filter(piece -> piece.x() < 300).toList();
        assertThat(first).extracting(Bars.Piece::kind).containsExactly("filed", "rejected", "pending");
        assertThat(first.stream().mapToDouble(Bars.Piece::height).sum())
                .isCloseTo(Bars.HEIGHT - Bars.TOP - Bars.BOTTOM, within(0.5));
        assertThat(first.get(0).y() + first.get(0).height()).isCloseTo(Bars.HEIGHT - Bars.BOTTOM, within(0.1));
        assertThat(first.get(1).y() + first.get(1).height())
                .isCloseTo(first.get(0).y(), within(0.1));
    }

    @Test
    void dayWithoutItems_keepsItsPlace() {
        Bars bars = Bars.of(List.of(day("2026-11-23", 1, 0, 0, 0), day("2026-11-25", 1, 0, 0, 0)));

        double place = (Bars.WIDTH - Bars.LEFT - Bars.RIGHT) / 3;
        List<Double> places = bars.pieces().stream().map(Bars.Piece::x).sorted().toList();
        assertThat(places.get(1) - places.get(0)).isCloseTo(2 * place, within(0.2));
    }

    @Test
    void nothing_isDrawn_whereNothingArrived() {
        assertThat(Bars.of(List.of()).pieces()).isEmpty();
    }

    private static Workload.Group day(String day, long filed, long rejected, long overtaken, long pending) {
        return new Workload.Group(
                day,
                new Workload.Counts(
                        filed + rejected + overtaken + pending, filed, 0, rejected, overtaken, pending, 0, null, null));
    }
}
