package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.moveswitch.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One practice's story on a line: a band for each switch, on or off over time, as an SVG picture.
 *
 * @param bands the practice as a whole first, then each service that it ever decided about
 * @param attempts where others tried to move a switch
 */
record Bands(List<Band> bands, List<Double> attempts, Instant from, Instant until, double height) {

    static final String WHOLE = "";
    static final double WIDTH = 800;
    static final double LEFT = 210;
    static final double RIGHT = 10;
    static final double ROW = 40;
    static final double BOTTOM = 60;

    /** One switch over time. */
    record Band(String service, double y, List<Piece> pieces) {}

    /** A time in which the switch did not move. */
    record Piece(double x, double width, boolean on) {}

    static Bands of(List<Happened> history, Instant now) {
        Instant from = history.stream()
                .map(Happened::recordedAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        Map<String, List<Happened>> bySwitch = new LinkedHashMap<>();
        bySwitch.put(WHOLE, new ArrayList<>());
        Moves.of(history).stream()
                .filter(move -> move.inForceFrom().isBefore(now))
                .forEach(move -> bySwitch.computeIfAbsent(
                                move.service() == null ? WHOLE : move.service(), unseen -> new ArrayList<>())
                        .add(move));
        Scale scale = new Scale(from, now.isAfter(from) ? now : from.plusSeconds(1));
        List<Band> bands = new ArrayList<>();
        bySwitch.forEach((service, moves) -> bands.add(new Band(service, ROW * bands.size(), pieces(moves, scale))));
        List<Double> attempts = history.stream()
                .filter(Happened::isAttempt)
                .map(attempt -> scale.x(attempt.recordedAt()))
                .toList();
        return new Bands(bands, attempts, from, now, ROW * bands.size() + BOTTOM);
    }

    /** Off until the first move. */
    private static List<Piece> pieces(List<Happened> moves, Scale scale) {
        List<Piece> pieces = new ArrayList<>();
        double began = LEFT;
        boolean on = false;
        for (Happened move : moves) {
            if (Moves.turnsOn(move) != on) {
                add(pieces, began, scale.x(move.inForceFrom()), on);
                began = scale.x(move.inForceFrom());
                on = !on;
            }
        }
        add(pieces, began, WIDTH - RIGHT, on);
        return pieces;
    }

    private static void add(List<Piece> pieces, double from, double to, boolean on) {
        if (to > from) {
            pieces.add(new Piece(from, Math.round((to - from) * 10) / 10.0, on));
        }
    }

    private record Scale(Instant from, Instant until) {

        double x(Instant time) {
            double part = (double) Duration.between(from, time).toMillis()
                    / Math.max(1, Duration.between(from, until).toMillis());
            return Math.round((LEFT + Math.min(1, Math.max(0, part)) * (WIDTH - LEFT - RIGHT)) * 10) / 10.0;
        }
    }
}
