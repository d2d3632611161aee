package io.consentry.local.verifylog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an exported log is what was signed. Needs no suite and no network. */
@Command(
        name = "verify",
        description = "Verifies an exported log, offline.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:consistent; says so if it was compared with nothing from elsewhere",
            "1:tampered with; names the first bad position",
            "2:no bundle, or one that cannot be compared with what was given"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TAMPERED = 1;
    private static final int UNUSABLE = 2;

    @Parameters(paramLabel = "FILE", description = "What audit export wrote; - for standard input.")
    private @Nullable String file;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept from earlier, or a file of many. Can be given again.")
    private final List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "A key of the log, pinned when it was known to be good.")
    private @Nullable Path key;

    @Option(names = "--json", description = "The verdict as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        try (InputStream in = open(Objects.requireNonNull(file))) {
            Verdict verdict = new BundleVerifier(Anchors.read(checkpoints, key)).verify(in);
            if (json) {
                out().println(JSON.writeValueAsString(verdict));
            } else {
                out().println(verdict.isConsistent() ? "CONSISTENT" : "TAMPERED");
                verdict.explanation().forEach(out()::println);
            }
            return verdict.isConsistent() ? 0 : TAMPERED;
        } catch (IOException | UnusableException e) {
            String why = e instanceof IOException ? "Cannot be read: " + e.getMessage() : e.getMessage();
            out().println(
                            json
                                    ? JSON.writeValueAsString(
                                            Map.of("outcome", "unusable", "explanation", List.of(why)))
                                    : "UNUSABLE\n" + why);
            return UNUSABLE;
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
