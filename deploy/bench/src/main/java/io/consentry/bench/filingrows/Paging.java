package io.consentry.bench.filingrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reviewers who turn the pages of one practice's worklist, 50 pending items each, to the last and from the first again;
 * against the same query over the same rows, without row-level security and with the content left sealed.
 */
final class Paging {

    private static final int PAGE = 50;
    private static final String COLUMNS = "select w.item_id, w.status, w.service, w.pharmacy, w.received_at, w.version,"
            + " w.urgency, w.flags, w.decision_position, w.open_recalls, w.possible_breach, w.assignee,"
            + " w.withdrawal_asked, (select o.status from worklist_item o where o.item_id = w.replaces),"
            + " c.key_id, c.sealed"
            + " from worklist_item w left join item_content c on c.item_id = w.item_id and c.part = 'summary'"
            + " where w.practice = ? and w.status = 'pending'";
    private static final String ORDER = " order by w.urgency, w.received_at, w.item_id limit " + (PAGE + 1);
    private static final String FIRST = COLUMNS + ORDER;
    private static final String LATER = COLUMNS + " and (w.urgency, w.received_at, w.item_id) > (?, ?, ?)" + ORDER;

    private final BenchSuite suite;
    private final Duration time;
    private final String practice = FilingSeed.practice(0);
    private final String token;

    Paging(BenchSuite suite, Duration time) {
        this.suite = suite;
        this.time = time;
        this.token = suite.token("practice", practice);
    }

    /** Pages a second, turning all of them. */
    double throughTheGateway(int clients) throws Exception {
        return ClosedLoop.perSecond(clients, time, number -> new Turning(null, true));
    }

    /** Pages a second of the first page alone. */
    double first(int clients) throws Exception {
        return ClosedLoop.perSecond(clients, time, number -> new Turning(null, false));
    }

    /** Pages a second of the last page alone. */
    double last(int clients) throws Exception {
        String next = keyOfTheLast();
        return ClosedLoop.perSecond(clients, time, number -> new Turning(next, false));
    }

    double byQuery(int clients) throws Exception {
        return ClosedLoop.perSecond(clients, time, number -> new Querying());
    }

    /** Of the last one that is full: what is less work does not compare. */
    private String keyOfTheLast() throws IOException {
        try (Turning turning = new Turning(null, true)) {
            String key = null;
            do {
                String asked = turning.next;
                turning.ask();
                key = turning.full && asked != null ? asked : key;
            } while (turning.next != null);
            if (key == null) {
                throw new IOException("There is only one page");
            }
            return key;
        }
    }

    private final class Turning implements Client {

        private final HttpConnection connection = new HttpConnection(suite.port(ServiceName.GATEWAY));
        private final boolean turn;
        private @Nullable String next;
        private boolean full;

        Turning(@Nullable String next, boolean turn) throws IOException {
            this.next = next;
            this.turn = turn;
        }

        @Override
        public void ask() throws IOException {
            String path = "/practices/" + practice + "/items?limit=" + PAGE + (next == null ? "" : "&next=" + next);
            byte[] request = HttpConnection.request("GET", path, token, "", "");
            String answer = new String(connection.send(request).readAllBytes(), StandardCharsets.UTF_8);
            String following = nextIn(answer);
            int patients = patients(answer);
            full = patients == PAGE;
            if (!full && (following != null || patients == 0)) {
                throw new IOException(patients + " patients on a page of " + PAGE);
            }
            if (turn) {
                next = following;
            }
        }

        private static int patients(String answer) {
            int patients = 0;
            for (int at = answer.indexOf("\"nhsNumber\""); at >= 0; at = answer.indexOf("\"nhsNumber\"", at + 1)) {
                patients++;
            }
            return patients;
        }

        private static @Nullable String nextIn(String answer) {
            int at = answer.lastIndexOf("\"next\":\"");
            return at < 0 ? null : answer.substring(at + 8, answer.indexOf('"', at + 8));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private final class Querying implements Client {

        private final Connection connection;
        private final PreparedStatement first;
        private final PreparedStatement later;
        private boolean more;

        Querying() throws SQLException {
            connection = suite.connect(SuiteDatabase.FILING, SuiteDatabase.FILING.runtime());
            first = connection.prepareStatement(FIRST);
            later = connection.prepareStatement(LATER);
        }

        @Override
        public void ask() throws SQLException {
            PreparedStatement query = more ? later : first;
            query.setString(1, practice);
            int rows = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows++;
                    if (rows == PAGE) {
                        goOnAfter(row);
                    }
                    if (row.getBytes(16).length == 0) {
                        throw new SQLException("No content");
                    }
                }
            }
            if (rows == 0) {
                throw new SQLException("An empty page");
            }
            more = rows > PAGE;
        }

        private void goOnAfter(ResultSet row) throws SQLException {
            later.setShort(2, row.getShort(7));
            later.setTimestamp(3, row.getTimestamp(5));
            later.setString(4, row.getString(1));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
