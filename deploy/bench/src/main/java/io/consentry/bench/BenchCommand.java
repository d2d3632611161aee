package io.consentry.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.consentry.bench.acceptrows.AcceptRows;
import io.consentry.bench.checkprotection.Protection;
import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Outcome;
import io.consentry.bench.measure.Rounds;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Size;
import io.consentry.bench.measure.Table;
import io.consentry.bench.measure.WarmUp;
import io.consentry.bench.seedconsent.ConsentSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.bench.watchuse.Compiling;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.runsuite.StartFailed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the suite, fills it, measures it, and says what holds. */
@Command(
        name = "bench",
        description = "Measures the suite against the limits of this machine.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every must holds", "1:not, or it could not be started"})
public final class BenchCommand implements Callable<Integer> {

    @Option(names = "--full", description = "A million events and items, and more rounds.")
    private boolean full;

    @Option(
            names = "--short",
            description =
                    "What happens without --full: 100,000 events, 20,000 items, three rounds, and nothing about growth.")
    private boolean brief;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each side is measured, once it is steady.")
    private @Nullable Integer given;

    @Option(names = "--only", paramLabel = "WORDS", description = "Only the rows whose work contains these words.")
    private String only = "";

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "Only these: ${COMPLETION-CANDIDATES}. Can be given again.")
    private List<RowGroup> groups = new ArrayList<>();

    @Option(names = "--json", description = "The outcome as JSON; what happens meanwhile goes to standard error.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "Where the measured suite lives. What was seeded there before is used again.")
    private @Nullable Path home;

    @Spec
    private @Nullable CommandSpec spec;

    private BenchCommand() {}

    /** Runs the benchmark and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (full && brief) {
            throw new CommandLine.ParameterException(line, "Either --full or --short");
        }
        PrintWriter progress = json ? line.getErr() : line.getOut();
        Size usual = full ? Size.FULL : Size.SHORT;
        Size size = given == null ? usual : usual.withRounds(Math.max(1, given));
        Path directory = home == null
                ? Home.of(Project.fromSystemProperty()).directory().resolve(full ? "bench-full" : "bench-short")
                : home;
        List<String> protection;
        List<Outcome> outcomes;
        try (BenchSuite suite = BenchSuite.start(new Home(directory), progress)) {
            prepare(suite, size, progress);
            protection = Protection.require(suite);
            outcomes = measure(suite, size, progress);
        } catch (StartFailed e) {
            line.getErr().println(e.getMessage());
            return 1;
        }
        report(line.getOut(), protection, outcomes);
        return outcomes.stream().allMatch(Outcome::mustHolds) ? 0 : 1;
    }

    private static void prepare(BenchSuite suite, Size size, PrintWriter progress) throws Exception {
        long began = System.nanoTime();
        new ConsentSeed(suite).reach(size.events(), size.practices());
        progress.printf("%d events of %d practices after %.1f s%n", size.events(), size.practices(), seconds(began));
        began = System.nanoTime();
        if (AcceptRows.teachWhereNeeded(suite, size)) {
            progress.printf("Java has learnt from messages after %.1f s%n", seconds(began));
        }
    }

    private List<Outcome> measure(BenchSuite suite, Size size, PrintWriter progress) throws Exception {
        Rounds rounds = new Rounds(size.rounds(), new WarmUp(() -> Compiling.upToNow(suite)));
        List<Outcome> outcomes = new ArrayList<>();
        for (RowGroup group : groups.isEmpty() ? RowGroup.usual(full) : groups) {
            long began = System.nanoTime();
            List<Row> rows = prepared(group, suite, size, outcomes);
            progress.printf("%s: prepared in %.1f s%n", group, seconds(began));
            for (Row row : rows) {
                if (row.work().contains(only)) {
                    began = System.nanoTime();
                    outcomes.add(rounds.measure(row));
                    progress.printf("%s: measured in %.1f s%n", row.work(), seconds(began));
                    progress.flush();
                }
            }
        }
        return outcomes;
    }

    /** A part of the table that cannot be prepared is a row that failed; the others are measured all the same. */
    private static List<Row> prepared(RowGroup group, BenchSuite suite, Size size, List<Outcome> outcomes) {
        try {
            return group.rows(suite, size);
        } catch (Exception e) {
            Row failed = Row.of("preparing " + group, Goal.none(), new Row.Side("", "", () -> Double.NaN));
            outcomes.add(Outcome.failed(failed, e));
            return List.of();
        }
    }

    private void report(PrintWriter out, List<String> protection, List<Outcome> outcomes) throws Exception {
        if (json) {
            Map<String, Object> data = Map.of("protection", protection, "rows", Table.asData(outcomes));
            out.println(JsonMapper.builder().build().writeValueAsString(data));
        } else {
            protection.forEach(out::println);
            Table.lines(outcomes).forEach(out::println);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
