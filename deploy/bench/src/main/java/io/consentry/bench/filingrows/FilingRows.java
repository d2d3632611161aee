package io.consentry.bench.filingrows;

import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.startsuite.BenchSuite;
import java.util.List;

/** The rows about the worklist. */
public final class FilingRows {

    private static final int REVIEWERS = 8;
    private static final int FILING_CLIENTS = 32;
    private static final int FILED_A_SECOND = 100;
    private static final int OPEN_CONNECTIONS = 16;

    private FilingRows() {}

    /** The rows, over worklists that are filled first. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        FilingSeed seed = new FilingSeed(suite);
        seed.reach(size.items());
        Paging paging = new Paging(suite, size.time());
        Filing filing = new Filing(suite, seed, size.time()).prepared();
        Operating operating = new Operating(suite);
        return List.of(
                new Row(
                        "page of 50 pending of " + size.items() + " items, through the gateway",
                        Goal.share(0.25, 0.50),
                        new Side("gateway", "/s", () -> paging.throughTheGateway(REVIEWERS)),
                        new Side("the plain query by JDBC", "/s", () -> paging.byQuery(REVIEWERS))),
                new Row(
                        "last page of the worklist",
                        Goal.share(1 / 1.2, 1 / 1.1),
                        new Side("last page", "/s", () -> paging.last(REVIEWERS)),
                        new Side("first page", "/s", () -> paging.first(REVIEWERS))),
                new Row(
                        "filing different items, " + FILING_CLIENTS + " clients, through the gateway",
                        Goal.share(0.20, 0.40),
                        new Side("gateway", "/s", () -> filing.perSecond(FILING_CLIENTS, false)),
                        new Side("three-row durable insert", "/s", () -> filing.threeRows(FILING_CLIENTS))),
                Row.of(
                        "  each answered with all of its item",
                        Goal.none(),
                        new Side("gateway", "/s", () -> filing.perSecond(FILING_CLIENTS, true))),
                Row.of(
                        "filing, p99 at " + FILED_A_SECOND + " a second, open model",
                        Goal.atMost(50, 20),
                        new Side("gateway", "ms", () -> filing.p99(FILED_A_SECOND, OPEN_CONNECTIONS))),
                new Row(
                        "rebuild of the filing projection",
                        Goal.share(5_000, 15_000),
                        new Side("gateway", "events/s", operating::rebuild),
                        null),
                Row.of(
                        "recall of a code among " + size.items() + " items",
                        Goal.atMost(30, 10),
                        new Side("gateway", "s", () -> operating.recall(FilingSeed.RARE_CODE, size.items() / 100))));
    }

    /** Pages a second of a suite's worklist, for comparing two of them. */
    public static Side turningPages(BenchSuite suite, String name, Size size) {
        Paging paging = new Paging(suite, size.time());
        return new Side(name, "/s", () -> paging.throughTheGateway(REVIEWERS));
    }
}
