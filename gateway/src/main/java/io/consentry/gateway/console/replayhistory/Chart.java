package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.words.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The curve as lines of an SVG picture, drawn here so that no script is needed to see it.
 *
 * @param moment where the moment that is looked at stands
 * @param attempts where attempts by others stand
 * @param notices where changes were announced
 */
record Chart(
        List<Line> lines,
        List<Tick> up,
        List<Tick> across,
        double moment,
        List<Double> attempts,
        List<Double> notices) {

    static final double WIDTH = 800;
    static final double HEIGHT = 320;
    static final double LEFT = 50;
    static final double RIGHT = 20;
    static final double TOP = 15;
    static final double BOTTOM = 40;

    private static final List<String> COLOURS = List.of("#003d73", "#00703c", "#b10e1e", "#6f3fa0", "#7a5900");
    private static final List<String> DASHES = List.of("none", "8 4", "2 4", "12 4 2 4", "4 2");
    private static final int TICKS = 4;

    /** One service over time; told apart by dashes as well as by colour. */
    record Line(String service, String points, String colour, String dash, double y) {}

    /** A number or a day beside an axis. */
    record Tick(double at, String text) {}

    /** The picture of this curve from its first moment to {@code until}. */
    static Chart of(Curve curve, Instant until, Instant moment, List<Instant> attempts, List<Instant> notices) {
        Instant from = curve.points().isEmpty()
                ? until.minusSeconds(1)
                : curve.points().get(0).at();
        Scale scale = new Scale(from, until.isAfter(from) ? until : from.plusSeconds(1), highest(curve));
        List<Line> lines = new ArrayList<>();
        for (String service : curve.services()) {
            int number = lines.size() % COLOURS.size();
            lines.add(new Line(
                    service,
                    steps(curve, service, scale),
                    COLOURS.get(number),
                    DASHES.get(number),
                    TOP + 18.0 * lines.size()));
        }
        return new Chart(
                lines,
                scale.up(),
                scale.across(),
                scale.x(moment),
                attempts.stream().map(scale::x).toList(),
                notices.stream().map(scale::x).toList());
    }

    private static int highest(Curve curve) {
        return curve.points().stream()
                .flatMap(point -> point.taking().values().stream())
                .max(Integer::compare)
                .orElse(1);
    }

    /** Level until the next move, then up or down at once. */
    private static String steps(Curve curve, String service, Scale scale) {
        StringBuilder points = new StringBuilder();
        int before = 0;
        for (Curve.Point point : curve.points()) {
            if (point.at().isAfter(scale.until)) {
                break;
            }
            int now = point.of(service);
            if (now != before || points.isEmpty()) {
                add(points, scale.x(point.at()), scale.y(before));
                add(points, scale.x(point.at()), scale.y(now));
                before = now;
            }
        }
        add(points, scale.x(scale.until), scale.y(before));
        return points.toString().strip();
    }

    private static void add(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    /** From times and counts to places in the picture. */
    private record Scale(Instant from, Instant until, int highest) {

        double x(Instant time) {
            double part = (double) Duration.between(from, time).toMillis()
                    / Math.max(1, Duration.between(from, until).toMillis());
            return LEFT + Math.min(1, Math.max(0, part)) * (WIDTH - LEFT - RIGHT);
        }

        double y(int count) {
            return HEIGHT - BOTTOM - (double) count / Math.max(1, highest) * (HEIGHT - TOP - BOTTOM);
        }

        List<Tick> up() {
            return IntStream.rangeClosed(0, Math.min(TICKS, highest))
                    .map(tick -> highest * tick / Math.min(TICKS, Math.max(1, highest)))
                    .distinct()
                    .mapToObj(count -> new Tick(y(count), Integer.toString(count)))
                    .toList();
        }

        List<Tick> across() {
            return List.of(new Tick(LEFT, Times.minute(from)), new Tick(WIDTH - RIGHT, Times.minute(until)));
        }
    }
}
