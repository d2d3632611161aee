package io.consentry.bench.startrows;

import io.consentry.bench.measure.Found;
import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startsuite.BenchSuite;
import java.util.List;

/** The row about starting. It stops the suite and starts it again, so no other row may come after it. */
public final class StartRows {

    private static final int STARTS_FASTER = 25;

    private StartRows() {}

    /** The row, of the Java that this runs on. What other rows had started would take processors from the start. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        suite.endWhatRunsBeside();
        Found seconds = new Found();
        for (int time = 0; time < size.rounds(); time++) {
            seconds.add(suite.startAgain().toMillis() / 1000.0);
        }
        int version = Runtime.version().feature();
        Goal goal = version >= STARTS_FASTER ? Goal.atMost(15, 9) : Goal.atMost(30, 20);
        return List.of(Row.of(
                "warm start of the whole suite, JDK " + version,
                goal,
                new Side("PostgreSQL and services", "s", seconds)));
    }
}
