package io.consentry.bench.acceptrows;

import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Clients that send new messages through the gateway, each answered with 202, or the measurement fails. */
final class Pharmacies {

    private static final int ACCEPTED = 202;

    private final String token;
    private final int port;
    private final int practices;

    Pharmacies(BenchSuite suite, int practices) {
        this.token = suite.token("pharmacy", Sample.PHARMACY);
        this.port = suite.port(ServiceName.GATEWAY);
        this.practices = practices;
    }

    /** Hears of each message that was accepted. */
    @FunctionalInterface
    interface Heard {

        void accepted(String id, long answeredNanos);
    }

    Client open(Heard heard) throws IOException {
        return new Sending(heard);
    }

    private final class Sending implements Client {

        private final HttpConnection connection = new HttpConnection(port);
        private final Random random = new Random(ThreadLocalRandom.current().nextLong());
        private final NewMessages messages = new NewMessages(random.nextLong());
        private final Heard heard;

        Sending(Heard heard) throws IOException {
            this.heard = heard;
        }

        @Override
        public void ask() throws IOException {
            byte[] message = messages.next();
            String practice = String.format(Locale.ROOT, "S%05d", random.nextInt(practices));
            byte[] head = ("POST /practices/" + practice + "/update-records HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Authorization: Bearer " + token + "\r\nContent-Type: application/fhir+xml\r\n"
                            + "Content-Length: " + message.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] request = new byte[head.length + message.length];
            System.arraycopy(head, 0, request, 0, head.length);
            System.arraycopy(message, 0, request, head.length, message.length);
            String answer = new String(connection.send(request, ACCEPTED).readAllBytes(), StandardCharsets.UTF_8);
            heard.accepted(Accepted.idIn(answer), System.nanoTime());
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
