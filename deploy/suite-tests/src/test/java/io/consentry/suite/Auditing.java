package io.consentry.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.readaudit.AuditCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** An auditor who exports the log of a running suite, keeps checkpoints, and verifies. */
record Auditing(CommandLineSuite suite, ConsentDatabase database, Path directory) {

    static Auditing of(CommandLineSuite suite) throws IOException {
        return new Auditing(
                suite,
                ConsentDatabase.of(suite.home(), suite.running().ports()),
                suite.home().directory());
    }

    /** What verify said. */
    record Verdict(int exitCode, JsonNode json) {

        long firstBad() {
            return json.path("firstBadPosition").asLong();
        }

        long lastBad() {
            return json.path("lastBadPosition").asLong();
        }
    }

    void keepCheckpointAndKey() throws IOException, InterruptedException {
        Files.writeString(Path.of(checkpoint()), text("/audit/checkpoint"));
        Files.writeString(Path.of(key()), text("/audit/checkpoint/key"));
    }

    String checkpoint() {
        return directory.resolve("kept-checkpoint").toString();
    }

    String key() {
        return directory.resolve("pinned-key").toString();
    }

    private String text(String path) throws IOException, InterruptedException {
        Answer answer = suite.running().gateway().get(path, token());
        return answer.response().body().toString();
    }

    private String token() throws IOException {
        return suite.running().tokens().of("auditor", "AUD01");
    }

    /** Exports what the service gives, and verifies it. */
    Verdict verify(String query, String... options) throws IOException, InterruptedException {
        Path bundle = directory.resolve("bundle.ndjson");
        try (InputStream log = suite.running().gateway().bundle(query, token())) {
            Files.copy(log, bundle, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> arguments = new ArrayList<>(List.of("verify", bundle.toString(), "--json"));
        arguments.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        return new Verdict(exitCode, new ObjectMapper().readTree(out.toString()));
    }
}
