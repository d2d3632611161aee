package io.consentry.feed.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheredTest {

    @ParameterizedTest(name = "{0} in {1} ms: the next after {2} ms")
    @CsvSource({
        "0, 100, 50",
        "1, 1000, 50",
        "5, 100, 50",
        "10, 100, 100",
        "36, 200, 180",
        "40, 100, 200",
        "1000, 1, 200"
    })
    void theMoreCome_theLongerTheyGather(int numbered, int millis, int next) {
        long begin = System.nanoTime();
        Gathered gathered = new Gathered(begin);

        assertThat(gathered.untilTheNext(
                        numbered, begin + Duration.ofMillis(millis).toNanos()))
                .isEqualTo(Duration.ofMillis(next));
    }

    @Test
    void howFastTheyCome_isCountedSinceTheLastTime() {
        Gathered gathered = new Gathered(0);
        gathered.untilTheNext(1000, Duration.ofSeconds(1).toNanos());

        assertThat(gathered.untilTheNext(12, Duration.ofMillis(1100).toNanos())).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void noTimePassed_isNoFault() {
        assertThat(new Gathered(7).untilTheNext(3, 7)).isEqualTo(Duration.ofMillis(200));
    }
}
