package io.consentry.bench.gatewayrows;

import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows about the front door. While they are measured it leads to a stand-in for the services behind it. Calls that
 * need no token show what remains of the hop when nobody has to be recognised.
 */
public final class GatewayRows {

    private GatewayRows() {}

    /** The rows; the suite's gateway is started anew for them, and again when the suite is closed. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        Origin origin = suite.closingLater(new Origin());
        OtherProxy bare = suite.closingLater(OtherProxy.bare(origin.port()));
        Optional<OtherProxy> nginx =
                OtherProxy.nginx(origin.port(), suite.home().directory().resolve("nginx"));
        nginx.ifPresent(suite::closingLater);
        suite.leadGatewayTo("http://127.0.0.1:" + origin.port());
        Passing messages = Passing.messages(suite.token("pharmacy", Sample.PHARMACY), size.time());
        Passing openCalls = Passing.openCalls(size.time());
        Side gateway = gateway(suite, messages);
        List<Row> rows = new ArrayList<>();
        // The bare proxy is the measure where nginx, the better one, is not installed.
        Goal againstBare = nginx.isPresent() ? Goal.none() : Goal.share(1.0, 1.2);
        rows.add(new Row("gateway hop against a bare Vert.x proxy", againstBare, gateway, other(bare, messages)));
        rows.add(Row.of(
                "  CPU of the gateway for each message", Goal.atMost(0.4, 0.25), side("gateway", "ms", messages)));
        nginx.ifPresent(proxy -> rows.add(
                new Row("gateway hop against nginx", Goal.share(0.25, 0.40), gateway, other(proxy, messages))));
        rows.add(new Row(
                "open calls, without authentication",
                Goal.none(),
                gateway(suite, openCalls),
                other(nginx.orElse(bare), openCalls)));
        rows.add(Row.of("  CPU of the gateway for each of these", Goal.none(), side("gateway", "ms", openCalls)));
        return rows;
    }

    private static Side gateway(BenchSuite suite, Passing passing) {
        return new Side(
                "gateway",
                "/s",
                () -> passing.perSecond(suite.port(ServiceName.GATEWAY), suite.process(ServiceName.GATEWAY)));
    }

    private static Side other(OtherProxy proxy, Passing passing) {
        return new Side(proxy.name(), "/s", () -> passing.perSecond(proxy.port()));
    }

    private static Side side(String name, String unit, Passing passing) {
        return new Side(name, unit, passing.cpu());
    }
}
