package io.consentry.bench.filingrows;

import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator asks for and then waits for: building the tables anew, and recalling a code. */
final class Operating {

    private static final int BETWEEN_LOOKS_MILLIS = 100;

    private final BenchSuite suite;
    private final String token;

    Operating(BenchSuite suite) {
        this.suite = suite;
        this.token = suite.token("operator", "OPS01");
    }

    /** Events told a second, from the request until the new tables have taken the old ones' place. */
    double rebuild() throws Exception {
        long began = System.nanoTime();
        String done = await("/rebuilds", ask("POST", "/rebuilds", "", 202));
        if (!done.contains("\"status\":\"finished\"") || !done.contains("\"differences\":0")) {
            throw new IOException("The tables were not what the events say: " + done);
        }
        return number("told", done) / ((System.nanoTime() - began) / 1e9);
    }

    /** Seconds from the request until all items with the code are flagged. */
    double recall(String code, long expected) throws Exception {
        long began = System.nanoTime();
        String opened =
                ask("POST", "/recalls", "{\"codes\":[\"" + code + "\"],\"reason\":\"A wrong code was sent\"}", 201);
        String done = await("/recalls", opened);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (number("found", done) < expected) {
            throw new IOException("Fewer than " + expected + " items were found: " + done);
        }
        return seconds;
    }

    private String await(String collection, String begun) throws Exception {
        String id = match("\"(?:id|recallId)\":\"([^\"]+)\"", begun);
        String now = begun;
        while (now.contains("\"status\":\"running\"") || now.contains("\"status\":\"searching\"")) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            now = ask("GET", collection + "/" + id, "", 200);
        }
        return now;
    }

    private String ask(String method, String path, String body, int wanted) throws IOException {
        try (HttpConnection connection = new HttpConnection(suite.port(ServiceName.GATEWAY))) {
            byte[] request = HttpConnection.request(method, path, token, "Content-Type: application/json\r\n", body);
            return new String(connection.send(request, wanted).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double number(String member, String json) throws IOException {
        return Double.parseDouble(match("\"" + member + "\":(\\d+)", json));
    }

    private static String match(String pattern, String text) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("Not understood: " + text);
        }
        return matcher.group(1);
    }
}
