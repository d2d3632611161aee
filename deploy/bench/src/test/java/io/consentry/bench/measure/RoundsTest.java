package io.consentry.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.bench.measure.Row.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> order = new ArrayList<>();

    private Side side(String name, double... amounts) {
        Iterator<Double> next = java.util.Arrays.stream(amounts).iterator();
        return new Side(name, "/s", () -> {
            order.add(name);
            return next.next();
        });
    }

    private static Rounds rounds(int count) {
        return new Rounds(count, new WarmUp(() -> Duration.ZERO));
    }

    @Test
    void measure_doesNotCount_whileTheServicesAreStillBeingCompiled() {
        // Before and after each run: it rests in the third, goes on in the fourth, and is done then.
        Iterator<Long> compiled = List.of(0L, 9L, 9L, 18L, 18L, 18L, 18L, 27L, 27L, 27L, 27L, 27L, 27L, 27L, 27L, 27L)
                .iterator();
        Rounds rounds = new Rounds(1, new WarmUp(() -> Duration.ofSeconds(compiled.next())));

        Outcome outcome =
                rounds.measure(Row.of("work", Goal.atMost(10, 5), side("ours", 40, 40, 40, 40, 40, 40, 40, 40, 40, 7)));

        assertThat(outcome.value()).isEqualTo(7);
    }

    @Test
    void measure_takesBothSidesInTurn_andDoesNotCountWhatIsNotSteadyYet() {
        Row row = new Row(
                "work",
                Goal.share(0.4, 0.6),
                side("ours", 1, 39, 40, 39, 40, 40, 50, 60),
                side("limit", 1, 100, 90, 110));

        Outcome outcome = rounds(3).measure(row);

        assertThat(order)
                .containsExactly(
                        "ours", "ours", "ours", "ours", "ours", "limit", "ours", "limit", "limit", "ours", "ours",
                        "limit");
        assertThat(outcome.value()).isEqualTo(0.5);
        assertThat(outcome.mustHolds()).isTrue();
        assertThat(outcome.aimHolds()).isFalse();
        assertThat(outcome.isNoisy()).isFalse();
    }

    @Test
    void measure_isAgainstAnAmount_whereThereIsNoLimit() {
        Outcome outcome = rounds(2).measure(Row.of("work", Goal.atMost(10, 5), side("ours", 99, 99, 99, 99, 99, 4, 8)));

        assertThat(outcome.value()).isEqualTo(6);
        assertThat(outcome.mustHolds()).isTrue();
        assertThat(outcome.isNoisy()).isTrue();
    }

    @Test
    void row_isMissed_whenAnythingWentWrong() {
        Side broken = new Side("broken", "/s", () -> {
            throw new IOException("wrong answer");
        });
        Outcome outcome = rounds(1).measure(Row.of("work", Goal.atMost(10, 5), broken));

        assertThat(outcome.mustHolds()).isFalse();
        assertThat(Table.lines(List.of(outcome)).get(1)).contains("FAILED: IOException: wrong answer");
        assertThat(Table.asData(List.of(outcome)).get(0))
                .containsEntry("mustHolds", false)
                .containsKey("failure");
    }

    @Test
    void row_showsTheNewestOfWhatAnotherFound_andIsMissed_whereThatOneDidNotRun() {
        Found found = new Found();
        Row row = Row.of("work", Goal.atMost(10, 5), new Side("ours", "ms", found));

        assertThat(rounds(2).measure(row).mustHolds()).isFalse();
        List.of(99.0, 99.0, 6.0, 8.0).forEach(found::add);

        assertThat(rounds(2).measure(row).value()).isEqualTo(7);
    }

    @Test
    void row_withoutAGoal_isOnlyThereToBeRead() {
        Outcome outcome = rounds(1).measure(Row.of("work", Goal.none(), side("ours", 7, 7, 7, 7, 7, 7)));

        assertThat(outcome.mustHolds()).isTrue();
        assertThat(Table.asData(List.of(outcome)).get(0)).doesNotContainKey("must");
    }
}
