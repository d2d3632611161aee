package io.consentry.bench.consentrows;

import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startsuite.BenchSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows about the log of consent events. */
public final class ConsentRows {

    private static final int DECIDING_CLIENTS = 32;
    private static final int ARRIVALS_A_SECOND = 500;
    private static final int ARRIVING_CLIENTS = 16;

    private ConsentRows() {}

    /** The rows, over the log as it was filled. */
    public static List<Row> of(BenchSuite suite, Size size) throws IOException {
        Path bundle = suite.home().directory().resolve("bundle.ndjson");
        Files.deleteIfExists(bundle);
        int events = size.events();
        int practices = size.practices();
        Replaying replaying = new Replaying(suite, events);
        Deciding deciding = new Deciding(suite, practices, size.time());
        Verifying verifying = new Verifying(suite, bundle, events);
        double share = events / 1_000_000.0;
        return List.of(
                new Row(
                        "replay of " + events + " events with hash check, through the gateway",
                        Goal.share(0.40, 0.60),
                        new Side("gateway", "events/s", replaying::throughTheGateway),
                        new Side("binary COPY by JDBC", "events/s", replaying::byCopy)),
                Row.of(
                        "consent-state?at= of " + practices + " practices",
                        Goal.atMost(2, 1),
                        new Side("gateway", "s", new StateOfAll(suite, events, practices)::seconds)),
                new Row(
                        "consent decisions, " + DECIDING_CLIENTS + " clients",
                        Goal.share(0.25, 0.50),
                        new Side("consent-service", "/s", () -> deciding.byService(DECIDING_CLIENTS)),
                        new Side("keyed read by JDBC", "/s", () -> deciding.byKeyedRead(DECIDING_CLIENTS))),
                Row.of(
                        "consent decision, p99 at " + ARRIVALS_A_SECOND + " a second, open model",
                        Goal.atMost(10, 5),
                        new Side("consent-service", "ms", () -> deciding.p99(ARRIVALS_A_SECOND, ARRIVING_CLIENTS))),
                Row.of(
                        "verifying " + events + " events offline, -Xmx512m",
                        Goal.atMost(20 * share, 10 * share),
                        new Side("./consentry audit verify", "s", verifying::seconds)));
    }
}
