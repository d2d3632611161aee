package io.consentry.ingest.receivemessage;

import static io.consentry.ingest.Sending.send;
import static io.consentry.ingest.Sending.xml;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.MalformedMessages.Malformed;
import io.consentry.ingest.Samples;
import io.consentry.ingest.UsualSpeed;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Narrative.NarrativeStatus;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives together waits its turn, and who goes away leaves nothing behind. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ManyMessagesTogetherTest {

    private static final String PRACTICE = "M00001";
    private static final int LARGEST = 5 * 1024 * 1024;

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    /** Read, or sent away when that takes too long here. Reading one takes ten times its size for a moment: together they are several times this process's heap. */
    @Test
    void answersEach_of200LargeMessagesTogether() throws Exception {
        UsualSpeed usual = UsualSpeed.of(PRACTICE);
        byte[] message = Samples.unique(Samples.BLOOD_PRESSURE, bundle -> {
            Samples.in(bundle, Patient.class).getIdentifier().clear();
            attachment(bundle).setData(new byte[2_500_000]);
        });

        List<String> answers = together(200, () -> {
            try (Socket socket = open(header(message.length), message, message.length)) {
                return answer(socket);
            }
        });

        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 422") || answer.startsWith("HTTP/1.1 503"));
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 422"))
                .hasSizeGreaterThan(10);
        usual.isThatOfTheNextMessage();
    }

    @Test
    void keepsALargeMessageWaiting_thenSaysWhenToComeAgain_whileSlowSendersTakeTheRoom() throws Exception {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Patient.class)
                .getText()
                .setStatus(NarrativeStatus.GENERATED)
                .setDivAsString(
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + "x".repeat(LARGEST - 40_000) + "</div>"));
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                slow.add(open(header(LARGEST)));
            }
            // The room is theirs once their headers were read, which another thread does for each.
            Thread.sleep(1500);
            long start = System.nanoTime();
            try (Socket waiting = open(header(message.length), message, 1000)) {
                assertThat(answer(waiting)).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 5\n");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
            xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202);
        } finally {
            close(slow);
        }

        xml(PRACTICE, message).statusCode(202);
    }

    @Test
    void answersAllTheSame_afterHundredsOfSendersWentAway() throws Exception {
        UsualSpeed usual = UsualSpeed.of(PRACTICE);
        List<Socket> gone = new ArrayList<>();
        byte[] half = Samples.unique(Samples.PHARMACY_FIRST);
        for (int i = 0; i < 300; i++) {
            byte[] whole = Samples.unique(Samples.PHARMACY_FIRST);
            gone.add(
                    i % 3 == 0
                            ? open(header(half.length), half, half.length / 2)
                            : open(header(whole.length), whole, whole.length));
            if (i % 3 == 1) {
                Thread.sleep(i % 20); // somewhere between reading it and answering it
            }
            close(gone);
            gone.clear();
        }

        List<Integer> answers = together(50, () -> xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .extract()
                .statusCode());

        assertThat(answers).containsOnly(202);
        usual.isThatOfTheNextMessage();
    }

    @Test
    void answersTheNextGoodMessage_atItsUsualSpeed_afterEach20Of200MalformedOnes() {
        UsualSpeed usual = UsualSpeed.of(PRACTICE);
        List<Malformed> malformed = MalformedMessages.all();
        assertThat(malformed).hasSizeGreaterThanOrEqualTo(200);

        for (int i = 0; i < malformed.size(); i++) {
            Malformed one = malformed.get(i);
            assertThat(send(PRACTICE, one.body(), one.mediaType()).extract().statusCode())
                    .as(one.what())
                    .isIn(400, 422);
            if (i % 20 == 19) {
                usual.isThatOfTheNextMessage();
            }
        }
    }

    private static <T> List<T> together(int senders, Callable<T> send) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(Collections.nCopies(senders, send))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Attachment attachment(Bundle bundle) {
        return Samples.document(bundle).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(observation -> ((Observation) observation).getValue())
                .filter(Attachment.class::isInstance)
                .map(Attachment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] header(int length) {
        return ("POST /practices/" + PRACTICE + "/update-records HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/fhir+xml\r\nAuthorization: Bearer "
                        + TestTokens.of("pharmacy", Samples.PHARMACY) + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private static Socket open(byte[] header) throws IOException {
        return open(header, new byte[0], 0);
    }

    private static Socket open(byte[] header, byte[] body, int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        OutputStream out = socket.getOutputStream();
        out.write(header);
        out.write(body, 0, length);
        out.flush();
        return socket;
    }

    /** The lines before the body. */
    private static String answer(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
