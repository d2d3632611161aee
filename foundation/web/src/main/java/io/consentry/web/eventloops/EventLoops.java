package io.consentry.web.eventloops;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many event loops there are: as many as the platform chooses, or one for so many processors as
 * {@code consentry.event-loops.processors-for-one} says.
 *
 * <p>What requests want on their way gathers on one loop or another: the more there are, the more often a request is handed
 * from loop to loop, and each time a thread is woken for it.
 */
@Singleton
class EventLoops implements VertxOptionsCustomizer {

    private static final int AS_THE_PLATFORM_CHOOSES = 0;

    private final int processorsForOne;

    EventLoops(
            @ConfigProperty(name = "consentry.event-loops.processors-for-one", defaultValue = "0")
                    int processorsForOne) {
        this.processorsForOne = processorsForOne;
    }

    @Override
    public void accept(VertxOptions options) {
        if (processorsForOne != AS_THE_PLATFORM_CHOOSES) {
            options.setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / processorsForOne));
        }
    }
}
