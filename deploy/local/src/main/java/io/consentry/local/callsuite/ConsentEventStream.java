package io.consentry.local.callsuite;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Consent events as they arrive, one canonical JSON object a line. */
public record ConsentEventStream(Stream<String> lines) implements AutoCloseable {

    static ConsentEventStream of(HttpResponse<Stream<String>> response) throws IOException {
        if (response.statusCode() != 200) {
            try (Stream<String> refusal = response.body()) {
                throw new IOException("The log was not given: " + response.statusCode() + " "
                        + refusal.collect(Collectors.joining()));
            }
        }
        return new ConsentEventStream(response.body().filter(line -> !line.isEmpty()));
    }

    @Override
    public void close() {
        lines.close();
    }
}
