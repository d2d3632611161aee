package io.consentry.local.watchsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the end of the logs, and goes on showing one of them if asked to. */
@Command(name = "logs", description = "Shows the end of the logs of the last start.")
public final class LogsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description =
                    "suite, postgresql, gateway, ingest-service, consent-service or filing-service; all by default.")
    private @Nullable String part;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added; needs a part.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        List<String> known = new ArrayList<>(List.of("suite", "postgresql"));
        known.addAll(ServiceName.modules());
        if (part != null && !known.contains(part)) {
            throw new ParameterException(command.commandLine(), "No such part. Parts: " + String.join(", ", known));
        }
        if (follow && part == null) {
            throw new ParameterException(command.commandLine(), "--follow needs a part, for example: logs gateway -f");
        }
        PrintWriter out = command.commandLine().getOut();
        Home home = Home.of(Project.fromSystemProperty());
        for (String name : part == null ? known : List.of(part)) {
            show(home.log(name), out);
        }
        return 0;
    }

    private void show(Path log, PrintWriter out) throws IOException, InterruptedException {
        out.println("== " + log);
        if (!Files.isRegularFile(log)) {
            out.println("(there is none yet)");
            return;
        }
        FollowedLog followed = FollowedLog.open(log, out).fromEnd();
        lastLines(log).forEach(out::println);
        out.flush();
        if (follow) {
            followed.showWhile(() -> true);
        }
    }

    private Deque<String> lastLines(Path log) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(log, StandardCharsets.UTF_8)) {
            all.forEach(line -> {
                last.addLast(line);
                if (last.size() > lines) {
                    last.removeFirst();
                }
            });
        }
        return last;
    }
}
