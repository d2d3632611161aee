package io.consentry.bench.gatewayrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Messages of 30 KB through one port or another, on kept connections. */
final class Passing {

    private static final int CLIENTS = 32;
    private static final int ACCEPTED = 202;

    private final Duration time;
    private final byte[] request;

    Passing(String token, Duration time) throws IOException {
        this.time = time;
        this.request = HttpConnection.request(
                "POST",
                "/practices/S00000/update-records",
                token,
                "Content-Type: application/fhir+xml\r\n",
                new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8));
    }

    double perSecond(int port) throws Exception {
        return ClosedLoop.perSecond(CLIENTS, time, number -> new Sending(port));
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
