package io.consentry.bench.gatewayrows;

import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows about the front door. While they are measured it leads to a stand-in for the ingest service. */
public final class GatewayRows {

    private static final Duration UNTIL_COMPILED = Duration.ofSeconds(8);

    private GatewayRows() {}

    /** The rows; the suite's gateway is started anew for them, and again when the suite is closed. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        Origin origin = suite.closingLater(new Origin());
        OtherProxy bare = suite.closingLater(OtherProxy.bare(origin.port()));
        Optional<OtherProxy> nginx =
                OtherProxy.nginx(origin.port(), suite.home().directory().resolve("nginx"));
        nginx.ifPresent(suite::closingLater);
        suite.leadGatewayTo("http://127.0.0.1:" + origin.port());
        String token = suite.token("pharmacy", Sample.PHARMACY);
        int gateway = suite.port(ServiceName.GATEWAY);
        new Passing(token, UNTIL_COMPILED).perSecond(gateway);
        new Passing(token, UNTIL_COMPILED).perSecond(bare.port());
        Passing passing = new Passing(token, size.time());
        Side ours = new Side("gateway", "/s", () -> passing.perSecond(gateway));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "gateway hop against a bare Vert.x proxy",
                Goal.share(1.0, 1.2),
                ours,
                new Side("bare proxy", "/s", () -> passing.perSecond(bare.port()))));
        nginx.ifPresent(proxy -> rows.add(new Row(
                "gateway hop against nginx",
                Goal.share(0.25, 0.40),
                ours,
                new Side("nginx", "/s", () -> passing.perSecond(proxy.port())))));
        return rows;
    }
}
