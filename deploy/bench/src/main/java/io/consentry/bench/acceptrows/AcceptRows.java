package io.consentry.bench.acceptrows;

import io.consentry.bench.measure.Found;
import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.bench.watchuse.Memory;
import io.consentry.bench.watchuse.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows about the way of a message. */
public final class AcceptRows {

    private static final int CLIENTS = 32;
    private static final int ARRIVALS_A_SECOND = 100;
    private static final int MORE_ARRIVALS_A_SECOND = 200;
    /** What is learnt in fewer runs, Java compiles again later, and is warm after twice the time. */
    private static final int RUNS_THAT_TEACH = 30;

    private AcceptRows() {}

    /**
     * Where Java still has to learn what makes later starts faster: shows it what the services do most, and starts the suite
     * again with what it learnt. Says whether that was so. Its practices must be seeded.
     */
    public static boolean teachWhereNeeded(BenchSuite suite, Size size) throws Exception {
        if (!suite.isLearning()) {
            return false;
        }
        Duration teaching = size.time().multipliedBy(RUNS_THAT_TEACH);
        new Accepting(suite, new Pharmacies(suite, size.practices()), teaching).perSecond(CLIENTS);
        suite.startAgain();
        return true;
    }

    /** The rows; the first makes the services warm. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        Found atRest = new Found();
        atRest.add(Memory.gigabytes(suite));
        Pharmacies pharmacies = new Pharmacies(suite, size.practices());
        Accepting accepting = new Accepting(suite, pharmacies, size.time());
        Inserting inserting = new Inserting(suite, size.time());
        Arriving arriving = new Arriving(suite, pharmacies, size.time());
        Arriving arrivingFaster = new Arriving(suite, pharmacies, size.time());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "accept, " + CLIENTS + " clients",
                Goal.share(0.25, 0.40),
                new Side("gateway", "/s", () -> accepting.perSecond(CLIENTS)),
                new Side("one-statement insert by JDBC", "/s", () -> inserting.perSecond(CLIENTS))));
        rows.add(found("CPU per accepted message", Goal.atMost(2.5, 1.5), "ms", accepting.cpuToAccept()));
        rows.add(found("CPU from the request to the worklist", Goal.atMost(4.5, 2.5), "ms", accepting.cpuToWorklist()));
        for (Part part : Part.values()) {
            String name = part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            rows.add(found("  of which " + name, Goal.none(), "ms", accepting.found(part)));
        }
        rows.add(found("write-ahead log per message", Goal.none(), "KB", accepting.logBytes()));
        rows.add(Row.of(
                "accept, p99 at " + ARRIVALS_A_SECOND + " a second, open model",
                Goal.atMost(50, 20),
                new Side("gateway", "ms", () -> arriving.p99(ARRIVALS_A_SECOND))));
        rows.add(found(
                "accept to visible in the worklist, p99 at " + ARRIVALS_A_SECOND + " a second",
                Goal.atMost(500, 200),
                "ms",
                arriving.visible()));
        rows.add(Row.of(
                "accept, p99 at " + MORE_ARRIVALS_A_SECOND + " a second",
                Goal.none(),
                new Side("gateway", "ms", () -> arrivingFaster.p99(MORE_ARRIVALS_A_SECOND))));
        rows.add(found(
                "accept to visible in the worklist, p99 at " + MORE_ARRIVALS_A_SECOND + " a second",
                Goal.atMost(500, 200),
                "ms",
                arrivingFaster.visible()));
        rows.add(found("memory (PSS) of four services at rest", Goal.atMost(1.2, 0.7), "GB", atRest));
        rows.add(found("memory (PSS) of four services at full load", Goal.atMost(1.8, 1.2), "GB", accepting.memory()));
        return rows;
    }

    /** Messages accepted a second by a suite, for comparing two of them. */
    public static Side accepting(BenchSuite suite, String name, Size size) {
        Accepting accepting = new Accepting(suite, new Pharmacies(suite, size.practices()), size.time());
        return new Side(name, "/s", () -> accepting.perSecond(CLIENTS));
    }

    private static Row found(String work, Goal goal, String unit, Found found) {
        return Row.of(work, goal, new Side("the suite", unit, found));
    }
}
