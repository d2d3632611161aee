package io.consentry.bench.gatewayrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.measure.Found;
import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request again and again through one port or another, on kept connections. */
final class Passing {

    private static final int CLIENTS = 32;
    private static final int ACCEPTED = 202;

    private final byte[] request;
    private final Duration time;
    private final Found cpu = new Found();

    private Passing(byte[] request, Duration time) {
        this.request = request;
        this.time = time;
    }

    /** Messages of 30 KB, with a token that whoever wants to can verify. */
    static Passing messages(String token, Duration time) throws IOException {
        return new Passing(
                HttpConnection.request(
                        "POST",
                        "/practices/S00000/update-records",
                        token,
                        "Content-Type: application/fhir+xml\r\n",
                        new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8)),
                time);
    }

    /** What nobody has to sign in for. */
    static Passing openCalls(Duration time) {
        return new Passing(
                "GET /audit/checkpoint HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), time);
    }

    double perSecond(int port) throws Exception {
        return ClosedLoop.perSecond(CLIENTS, time, number -> new Sending(port));
    }

    /** The same through this process, whose processor time for each request is found. */
    double perSecond(int port, ProcessHandle process) throws Exception {
        long before = nanos(process);
        double perSecond = perSecond(port);
        cpu.add((nanos(process) - before) / 1e6 / (perSecond * time.toMillis() / 1000));
        return perSecond;
    }

    /** Milliseconds of processor time for each request. */
    Found cpu() {
        return cpu;
    }

    private static long nanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private final class Sending implements Client {

        private final HttpConnection connection;

        Sending(int port) throws IOException {
            connection = new HttpConnection(port);
        }

        @Override
        public void ask() throws IOException {
            connection.send(request, ACCEPTED).readAllBytes();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
