package io.consentry.filing.countwork;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A workload as a table: one line for the total, each day, each service and each pharmacy. */
final class WorkloadCsv {

    private static final String HEADER =
            "group,key,received,filed,changed,rejected,overtaken,pending,flagged,requestedActions,"
                    + "medianMinutesToFile,p90MinutesToFile\r\n";

    private WorkloadCsv() {}

    static String of(Workload workload) {
        return HEADER
                + Stream.of(
                                lines("total", List.of(new Workload.Group("", workload.total()))),
                                lines("day", workload.byDay()),
                                lines("service", workload.byService()),
                                lines("pharmacy", workload.byPharmacy()))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining());
    }

    /** Keys are days, keys of services and ODS codes: nothing that would need quoting, or that a sheet would run. */
    private static Stream<String> lines(String kind, List<Workload.Group> groups) {
        return groups.stream().map(group -> {
            Workload.Counts counts = group.counts();
            return Stream.of(
                            kind,
                            group.key(),
                            counts.received(),
                            counts.filed(),
                            counts.changed(),
                            counts.rejected(),
                            counts.overtaken(),
                            counts.pending(),
                            counts.flagged(),
                            counts.requestedActions(),
                            cell(counts.medianMinutesToFile()),
                            cell(counts.p90MinutesToFile()))
                    .map(Object::toString)
                    .collect(Collectors.joining(",", "", "\r\n"));
        });
    }

    private static String cell(@Nullable Double minutes) {
        return minutes == null ? "" : minutes.toString();
    }
}
