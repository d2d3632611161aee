package io.consentry.bench.watchuse;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The processor time that each process of the suite has used up to a moment. */
public final class CpuTimes {

    private static final String BACKENDS = "select pid, coalesce(datname, '') from pg_stat_activity"
            + " where backend_type = 'client backend' and application_name <> '" + BenchSuite.APPLICATION + "'";
    private static final String OURS =
            "select pid from pg_stat_activity where application_name = '" + BenchSuite.APPLICATION + "'";

    private final Map<Long, Part> parts = new HashMap<>();
    private final Map<Long, Duration> used = new HashMap<>();

    private CpuTimes() {}

    /** Now. */
    public static CpuTimes of(BenchSuite suite) throws SQLException, IOException {
        CpuTimes times = new CpuTimes();
        times.add(suite.process(ServiceName.GATEWAY), Part.GATEWAY);
        times.add(suite.process(ServiceName.INGEST), Part.INGEST);
        times.add(suite.process(ServiceName.CONSENT), Part.CONSENT);
        times.add(suite.process(ServiceName.FILING), Part.FILING);
        ProcessHandle postmaster = suite.postmaster();
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
                Statement statement = connection.createStatement()) {
            Map<Long, Part> backends = backends(statement);
            Set<Long> ours = ours(statement);
            postmaster
                    .descendants()
                    .filter(process -> !ours.contains(process.pid()))
                    .forEach(process -> times.add(process, backends.getOrDefault(process.pid(), Part.POSTGRES_BEHIND)));
        }
        return times;
    }

    private static Map<Long, Part> backends(Statement statement) throws SQLException {
        Map<Long, Part> backends = new HashMap<>();
        try (ResultSet row = statement.executeQuery(BACKENDS)) {
            while (row.next()) {
                boolean filing = row.getString(2).equals(SuiteDatabase.FILING.databaseName());
                backends.put(row.getLong(1), filing ? Part.POSTGRES_FILING : Part.POSTGRES_ACCEPTING);
            }
        }
        return backends;
    }

    private static Set<Long> ours(Statement statement) throws SQLException {
        Set<Long> ours = new java.util.HashSet<>();
        try (ResultSet row = statement.executeQuery(OURS)) {
            while (row.next()) {
                ours.add(row.getLong(1));
            }
        }
        return ours;
    }

    private void add(ProcessHandle process, Part part) {
        process.info().totalCpuDuration().ifPresent(time -> {
            parts.put(process.pid(), part);
            used.put(process.pid(), time);
        });
    }

    /** Milliseconds that each part has used since an earlier moment. */
    public Map<Part, Double> millisSince(CpuTimes earlier) {
        Map<Part, Double> millis = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            millis.put(part, 0.0);
        }
        used.forEach((pid, time) -> {
            Duration before = earlier.used.getOrDefault(pid, Duration.ZERO);
            Part part = parts.getOrDefault(pid, Part.POSTGRES_BEHIND);
            millis.merge(part, time.minus(before).toNanos() / 1e6, Double::sum);
        });
        return millis;
    }
}
