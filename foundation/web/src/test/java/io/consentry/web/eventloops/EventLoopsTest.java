package io.consentry.web.eventloops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxOptions;
import org.junit.jupiter.api.Test;

class EventLoopsTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static int loops(int processorsForOne) {
        VertxOptions options = new VertxOptions();
        new EventLoops(processorsForOne).accept(options);
        return options.getEventLoopPoolSize();
    }

    @Test
    void thereAreAsManyAsThePlatformChooses_whereNothingIsSaid() {
        assertThat(loops(0)).isEqualTo(new VertxOptions().getEventLoopPoolSize());
    }

    @Test
    void thereIsOneForSoManyProcessors_andOneAtLeast() {
        assertThat(loops(1)).isEqualTo(PROCESSORS);
        assertThat(loops(2)).isEqualTo(Math.max(1, PROCESSORS / 2));
        assertThat(loops(PROCESSORS + 1)).isEqualTo(1);
    }
}
