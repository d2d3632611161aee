package io.consentry.ingest.receivemessage;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * How many event loops there are: one for every two processors.
 *
 * <p>Most of what a message takes is done by {@link ReadingThreads}. What it wants on the way gathers with what others want,
 * on one loop or another: the more there are, the more often a message is handed from loop to loop, and each time a thread
 * is woken for it.
 */
@Singleton
class EventLoops implements VertxOptionsCustomizer {

    private static final int PROCESSORS_FOR_ONE = 2;

    @Override
    public void accept(VertxOptions options) {
        options.setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_FOR_ONE));
    }
}
