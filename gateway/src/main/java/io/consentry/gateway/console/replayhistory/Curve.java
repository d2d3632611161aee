package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.moveswitch.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many practices took messages, for each service, over time.
 *
 * @param points at each moment at which something took effect
 */
record Curve(List<Point> points, Set<String> services) {

    private static final Set<String> ON = Set.of("PracticeOptedIn", "ServiceOptedIn");
    private static final Set<String> OFF = Set.of("PracticeOptedOut", "PracticePaused", "ServiceOptedOut");
    private static final String CANCELLED = "ScheduledDecisionCancelled";

    /** How many practices took messages of each service from this moment on. */
    record Point(Instant at, Map<String, Integer> taking) {

        public int of(String service) {
            return taking.getOrDefault(service, 0);
        }
    }

    static Curve of(List<Happened> events) {
        Set<String> cancelled = events.stream()
                .filter(event -> event.type().equals(CANCELLED) && event.about() != null)
                .map(event ->
                        Objects.requireNonNull(event.about()).path("cancels").asText())
                .collect(Collectors.toSet());
        List<Happened> moves = events.stream()
                .filter(event -> ON.contains(event.type()) || OFF.contains(event.type()))
                .filter(event -> event.practice() != null && !cancelled.contains(String.valueOf(event.id())))
                .sorted(Comparator.comparing(Curve::takesEffect).thenComparing(Happened::position))
                .toList();
        State state = new State();
        List<Point> points = new ArrayList<>();
        for (Happened move : moves) {
            state.apply(move);
            if (!points.isEmpty() && points.get(points.size() - 1).at().equals(takesEffect(move))) {
                points.remove(points.size() - 1);
            }
            points.add(new Point(takesEffect(move), Map.copyOf(state.taking)));
        }
        return new Curve(List.copyOf(points), new TreeSet<>(state.taking.keySet()));
    }

    private static Instant takesEffect(Happened move) {
        return move.effectiveFrom() == null ? move.recordedAt() : move.effectiveFrom();
    }

    /** What practices take while the moves are applied one after the other. */
    private static final class State {

        private final Set<String> on = new HashSet<>();
        private final Map<String, Set<String>> servicesOn = new HashMap<>();
        private final Map<String, Integer> taking = new TreeMap<>();

        void apply(Happened move) {
            String practice = String.valueOf(move.practice());
            count(practice, -1);
            Set<String> services = servicesOn.computeIfAbsent(practice, unseen -> new HashSet<>());
            boolean turnedOn = ON.contains(move.type());
            if (move.service() == null) {
                set(on, practice, turnedOn);
            } else {
                set(services, move.service(), turnedOn);
                taking.putIfAbsent(move.service(), 0);
            }
            count(practice, 1);
        }

        private void count(String practice, int by) {
            if (on.contains(practice)) {
                servicesOn.getOrDefault(practice, Set.of()).forEach(service -> taking.merge(service, by, Integer::sum));
            }
        }

        private static void set(Set<String> all, String one, boolean in) {
            if (in) {
                all.add(one);
            } else {
                all.remove(one);
            }
        }
    }
}
