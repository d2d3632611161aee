package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.moveswitch.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many practices took messages, for each service, over time.
 *
 * @param points at each moment at which something took effect
 */
record Curve(List<Point> points, Set<String> services) {

    /** How many practices took messages of each service from this moment on. */
    record Point(Instant at, Map<String, Integer> taking) {

        public int of(String service) {
            return taking.getOrDefault(service, 0);
        }
    }

    static Curve of(List<Happened> events) {
        State state = new State();
        List<Point> points = new ArrayList<>();
        for (Happened move : Moves.of(events)) {
            state.apply(move);
            if (!points.isEmpty() && points.get(points.size() - 1).at().equals(move.inForceFrom())) {
                points.remove(points.size() - 1);
            }
            points.add(new Point(move.inForceFrom(), Map.copyOf(state.taking)));
        }
        return new Curve(List.copyOf(points), new TreeSet<>(state.taking.keySet()));
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
            boolean turnedOn = Moves.turnsOn(move);
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
