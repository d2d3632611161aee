package io.consentry.local.readaudit;

import io.consentry.local.callsuite.ConsentEventStream;
import io.consentry.local.verifylog.VerifyCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an auditor does with the log of consent events. */
@Command(
        name = "audit",
        description = "Takes the log of consent events away, verifies it, or replays it.",
        subcommands = {ExportCommand.class, VerifyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "replay",
            description = "Shows every event in order, computes every switch from them alone, and compares.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:gapless, and the suite agrees", "1:not"})
    int replay(@Option(names = "--quiet", description = "Only the outcome, not the events.") boolean quiet)
            throws IOException, InterruptedException {
        Auditor auditor = Auditor.atTheRunningSuite();
        Replay replay = readAll(auditor, quiet ? event -> {} : event -> out().println(line(event)));
        List<String> differences = LiveState.differences(
                auditor.suite(), auditor.token(), replay, Clock.systemUTC().instant());
        out().println(replay.events() + " events, "
                + (replay.faults().isEmpty() ? "gapless and in order" : "NOT in order"));
        replay.faults().forEach(fault -> out().println("  " + fault));
        out().println(differences.isEmpty() ? "The suite says the same of every switch" : "The suite says otherwise:");
        differences.forEach(difference -> out().println("  " + difference));
        return replay.faults().isEmpty() && differences.isEmpty() ? 0 : 1;
    }

    @Command(name = "state", description = "Shows every switch, computed from the log alone.")
    int state(
            @Option(names = "--at", paramLabel = "TIME", description = "As at then, for example 2026-07-01T09:00:00Z.")
                    @Nullable String at)
            throws IOException, InterruptedException {
        Instant time = at == null ? Clock.systemUTC().instant() : parse(at);
        Replay replay = readAll(Auditor.atTheRunningSuite(), event -> {});
        for (String practice : replay.practices()) {
            for (String name : replay.switches(practice)) {
                String decision = replay.inForce(practice, name, time)
                        .map(event -> event.decision() + " since " + event.inForceFrom() + " (event " + event.position()
                                + ")")
                        .orElse("opted-out, never decided until then");
                out().println(String.format(Locale.ROOT, "%-12s %-22s %s", practice, name, decision));
            }
        }
        return 0;
    }

    private static String line(ConsentEvent event) {
        return String.format(
                Locale.ROOT,
                "%6d  %s  %-26s %-8s %s%s",
                event.position(),
                event.recordedAt(),
                event.type(),
                event.practice(),
                event.service() == null ? "" : event.service() + ", ",
                event.actor());
    }

    private Replay readAll(Auditor auditor, Consumer<ConsentEvent> each) throws IOException, InterruptedException {
        Replay replay = new Replay();
        try (ConsentEventStream events = auditor.suite().gateway().consentEvents("", auditor.token())) {
            for (Iterator<String> lines = events.lines().iterator(); lines.hasNext(); ) {
                ConsentEvent event = ConsentEvent.read(lines.next());
                each.accept(event);
                replay.add(event);
            }
        }
        return replay;
    }

    private Instant parse(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--at is a time such as 2026-07-01T09:00:00Z", e);
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
