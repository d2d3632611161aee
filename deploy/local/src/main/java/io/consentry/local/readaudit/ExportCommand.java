package io.consentry.local.readaudit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the log along as a file that verifies offline. */
@Command(
        name = "export",
        description = "Writes the log to a file that verifies offline: events, proofs, checkpoints, keys.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where to; - for standard output.")
    private @Nullable String file;

    @Option(
            names = "--practice",
            paramLabel = "CODE",
            description = "Only this practice's events, each with its proof.")
    private @Nullable String practice;

    @Option(names = "--redact", description = "Without names and notes; the log verifies all the same.")
    private boolean redact;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Auditor auditor = Auditor.atTheRunningSuite();
        String target = Objects.requireNonNull(file);
        try (InputStream bundle = auditor.suite().gateway().bundle(query(), auditor.token())) {
            if (target.equals("-")) {
                bundle.transferTo(System.out);
                System.out.flush();
            } else {
                write(bundle, Path.of(target).toAbsolutePath());
            }
        }
        return 0;
    }

    /** Under another name first, so that what bears the name is whole. */
    private void write(InputStream bundle, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.copy(bundle, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(Files.size(target) + " bytes written to " + target + ". Verify them, here or elsewhere:"
                        + " ./consentry audit verify " + file);
    }

    private String query() {
        List<String> asked = new ArrayList<>();
        if (practice != null) {
            asked.add("practice=" + practice);
        }
        if (redact) {
            asked.add("redact=true");
        }
        return asked.isEmpty() ? "" : "?" + String.join("&", asked);
    }
}
