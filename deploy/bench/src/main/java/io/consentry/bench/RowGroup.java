package io.consentry.bench;

import io.consentry.bench.acceptrows.AcceptRows;
import io.consentry.bench.consentrows.ConsentRows;
import io.consentry.bench.filingrows.FilingRows;
import io.consentry.bench.gatewayrows.GatewayRows;
import io.consentry.bench.growthrows.GrowthRows;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startrows.StartRows;
import io.consentry.bench.startsuite.BenchSuite;
import java.util.List;
import java.util.stream.Stream;

/** The parts of the table, in the order in which they are measured; each fills what it needs before its rows. */
enum RowGroup {
    ACCEPT(AcceptRows::of),
    CONSENT(ConsentRows::of),
    FILING(FilingRows::of),
    /** A second suite runs beside the first from here on, until starting is measured. */
    GROWTH(GrowthRows::of),
    /** Late: it leads the gateway elsewhere. */
    GATEWAY(GatewayRows::of),
    /** Last: what was warm is cold again. */
    START(StartRows::of);

    private final Rows rows;

    RowGroup(Rows rows) {
        this.rows = rows;
    }

    /** What is measured where nobody names groups: how it grows cannot be told by a small store. */
    static List<RowGroup> usual(boolean full) {
        return Stream.of(values()).filter(group -> full || group != GROWTH).toList();
    }

    List<Row> rows(BenchSuite suite, Size size) throws Exception {
        return rows.of(suite, size);
    }

    /** Prepares what its rows measure, over a consent log that is filled already, and gives them. */
    @FunctionalInterface
    private interface Rows {

        List<Row> of(BenchSuite suite, Size size) throws Exception;
    }
}
