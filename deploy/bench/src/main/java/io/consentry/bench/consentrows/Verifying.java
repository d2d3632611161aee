package io.consentry.bench.consentrows;

import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The command that auditors use, on the whole log, as a process of its own with little memory. */
final class Verifying {

    private final BenchSuite suite;
    private final Path bundle;
    private final long events;

    Verifying(BenchSuite suite, Path bundle, long events) {
        this.suite = suite;
        this.bundle = bundle;
        this.events = events;
    }

    double seconds() throws IOException, InterruptedException {
        if (!Files.exists(bundle)) {
            export();
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.consentry.local.Consentry",
                "audit",
                "verify",
                bundle.toString());
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (exitCode != 0 || !said.contains("CONSISTENT\n" + events)) {
            throw new IOException("verify ended with " + exitCode + ": " + said);
        }
        return seconds;
    }

    private void export() throws IOException {
        byte[] request = HttpConnection.request("GET", "/audit/bundle", suite.auditor(), "", "");
        Path unfinished = bundle.resolveSibling("unfinished");
        try (HttpConnection gateway = new HttpConnection(suite.port(ServiceName.GATEWAY));
                InputStream body = gateway.send(request)) {
            Files.copy(body, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, bundle);
    }
}
