package io.consentry.gateway.console.countwork;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What arrived on each day as bars of an SVG picture, each in pieces by what became of it.
 *
 * @param pieces of all bars
 * @param up numbers beside the upright axis
 */
record Bars(List<Piece> pieces, List<Tick> up, String first, String last) {

    static final double WIDTH = 800;
    static final double HEIGHT = 300;
    static final double LEFT = 50;
    static final double RIGHT = 10;
    static final double TOP = 15;
    static final double BOTTOM = 40;

    /** What can have become of an item, from the bottom of a bar to its top. */
    static final List<String> KINDS = List.of("filed", "rejected", "overtaken", "pending");

    private static final int TICKS = 4;
    private static final double GAP = 0.2;
    /** One day alone is a bar, too, and no wall. */
    private static final double WIDEST = 60;

    /** A part of a day's bar: filed, rejected, overtaken or waiting. */
    record Piece(double x, double y, double width, double height, String kind) {}

    /** A number beside the axis. */
    record Tick(double at, long count) {}

    /** Every day from the first to the last has its place, also those on which nothing arrived. */
    static Bars of(List<Workload.Group> days) {
        if (days.isEmpty()) {
            return new Bars(List.of(), List.of(), "", "");
        }
        Map<LocalDate, Workload.Counts> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(LocalDate.parse(day.key()), day.counts()));
        LocalDate first = byDay.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = byDay.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        long highest =
                days.stream().mapToLong(day -> day.counts().received()).max().orElse(1);
        double place = (WIDTH - LEFT - RIGHT) / (ChronoUnit.DAYS.between(first, last) + 1);
        double width = Math.min(place * (1 - GAP), WIDEST);
        List<Piece> pieces = new ArrayList<>();
        byDay.forEach((day, counts) -> pile(
                pieces,
                counts,
                LEFT + place * (ChronoUnit.DAYS.between(first, day) + 0.5) - width / 2,
                width,
                highest));
        return new Bars(pieces, ticks(highest), first.toString(), last.toString());
    }

    private static void pile(List<Piece> pieces, Workload.Counts counts, double x, double width, long highest) {
        double y = HEIGHT - BOTTOM;
        y = add(pieces, x, y, width, height(counts.filed(), highest), "filed");
        y = add(pieces, x, y, width, height(counts.rejected(), highest), "rejected");
        y = add(pieces, x, y, width, height(counts.overtaken(), highest), "overtaken");
        add(pieces, x, y, width, height(counts.pending(), highest), "pending");
    }

    private static double add(List<Piece> pieces, double x, double y, double width, double height, String kind) {
        if (height > 0) {
            pieces.add(new Piece(round(x), round(y - height), round(width), round(height), kind));
        }
        return y - height;
    }

    private static double height(long count, long highest) {
        return (HEIGHT - TOP - BOTTOM) * count / Math.max(1, highest);
    }

    private static List<Tick> ticks(long highest) {
        int steps = (int) Math.min(TICKS, Math.max(1, highest));
        return IntStream.rangeClosed(0, steps)
                .mapToObj(step -> highest * step / steps)
                .map(count -> new Tick(round(HEIGHT - BOTTOM - height(count, highest)), count))
                .toList();
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
