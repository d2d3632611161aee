package io.consentry.feed.follow;

import io.consentry.feed.DeliveredEvent;
import java.time.Duration;
import java.util.List;

/**
 * Where events come from: another service's feed over HTTP here; a log such as Kafka could stand behind the same port.
 */
public interface EventSource {

    /**
     * Events after the position, in order and without gaps.
     *
     * @param wait how long to wait for the first
     * @throws NotNowException when the source cannot be reached
     */
    List<DeliveredEvent> after(long position, int limit, Duration wait) throws NotNowException, InterruptedException;
}
