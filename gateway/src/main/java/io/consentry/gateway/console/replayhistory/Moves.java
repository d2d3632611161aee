package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.moveswitch.Happened;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The moves of switches among all events, in the order in which they took effect, without those that were cancelled. */
final class Moves {

    private static final Set<String> ON = Set.of("PracticeOptedIn", "ServiceOptedIn");
    private static final Set<String> OFF = Set.of("PracticeOptedOut", "PracticePaused", "ServiceOptedOut");
    private static final String CANCELLED = "ScheduledDecisionCancelled";

    private Moves() {}

    static List<Happened> of(List<Happened> events) {
        Set<String> cancelled = events.stream()
                .filter(event -> event.type().equals(CANCELLED) && event.about() != null)
                .map(event ->
                        Objects.requireNonNull(event.about()).path("cancels").asText())
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> ON.contains(event.type()) || OFF.contains(event.type()))
                .filter(event -> event.practice() != null && !cancelled.contains(String.valueOf(event.id())))
                .sorted(Comparator.comparing(Happened::inForceFrom).thenComparing(Happened::position))
                .toList();
    }

    static boolean turnsOn(Happened move) {
        return ON.contains(move.type());
    }
}
