package io.consentry.local.sendmessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the messages of files to one practice and prints what became of each. */
@Command(
        name = "send",
        description = "Sends messages as a pharmacy and prints id and status.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every message was taken", "1:at least one was not"})
public final class SendCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--practice", required = true, paramLabel = "CODE", description = "ODS code of the receiver.")
    private String practice = "";

    @Option(
            names = "--pharmacy",
            paramLabel = "CODE",
            description = "ODS code of the sender; by default the one that the message names.")
    private @Nullable String pharmacy;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Update Record messages, XML or JSON.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        RunningSuite suite = RunningSuite.require(Home.of(Project.fromSystemProperty()));
        boolean allTaken = true;
        for (Path file : files) {
            allTaken &= send(file, suite, out);
            out.flush();
        }
        return allTaken ? 0 : 1;
    }

    private boolean send(Path file, RunningSuite suite, PrintWriter out) throws IOException, InterruptedException {
        MessageFile message = MessageFile.read(file);
        Optional<String> sender = pharmacy == null ? message.sender() : Optional.of(pharmacy);
        out.println(file.getFileName());
        if (sender.isEmpty()) {
            out.println("  not sent   the sender cannot be read from it; name one with --pharmacy CODE");
            return false;
        }
        Answer answer = suite.gateway()
                .sendMessage(
                        practice,
                        suite.tokens().of("pharmacy", sender.get()),
                        message.contentType(),
                        message.content());
        if (answer.status() == 202 || answer.status() == 200) {
            printTaken(answer, out);
            return true;
        }
        out.println("  refused    " + answer.summary());
        if (answer.json().has("itkCode")) {
            out.println("  ITK3 code  " + answer.text("/itkCode"));
        }
        answer.json().path("errors").forEach(error -> out.println("  because    " + error));
        if (answer.json().has("fallback")) {
            out.println("  fallback   " + answer.json().path("fallback"));
        }
        return false;
    }

    private static void printTaken(Answer answer, PrintWriter out) {
        boolean again = answer.status() == 200;
        out.println("  id         " + answer.text("/id"));
        out.println("  status     " + answer.text("/status") + (again ? " (received before)" : ""));
        if (answer.json().has("decision")) {
            out.println("  let in by  consent event " + answer.text("/decision/position"));
        }
        for (JsonNode flag : answer.json().path("flags")) {
            out.println("  flag       " + flag.path("rule").asText() + ": "
                    + flag.path("message").asText());
        }
    }
}
