package io.consentry.bench.startsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunsBesideTest {

    @Test
    void end_closesEachOnce_whereItIsEndedTwice() {
        RunsBeside beside = new RunsBeside();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        beside.with(first::incrementAndGet);
        beside.end();
        beside.with(later::incrementAndGet);

        beside.end();

        assertThat(first).hasValue(1);
        assertThat(later).hasValue(1);
    }
}
