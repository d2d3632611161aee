package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.moveswitch.Happened;
import io.consentry.gateway.console.moveswitch.Switches;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How things stood after one event, or at a time.
 *
 * @param event the event itself
 * @param time where a time was asked for
 * @param taking how many practices took messages, by service
 * @param known how many practices had ever decided
 */
record Moment(
        long position, @Nullable Happened event, @Nullable Instant time, Map<String, Long> taking, int known) {

    /** The suite's own answer, so that the page shows what it replays and not what we make of the events. */
    @RegisterForReflection
    record States(List<Switches> practices) {}

    static Moment of(long position, @Nullable Happened event, @Nullable Instant time, States states) {
        Map<String, Long> taking = new TreeMap<>();
        for (Switches practice : states.practices()) {
            practice.services()
                    .forEach((service, stands) -> taking.merge(service, stands.taken() ? 1L : 0L, Long::sum));
        }
        return new Moment(position, event, time, taking, states.practices().size());
    }
}
