package io.consentry.local.rotatekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.consentry.local.keepsecrets.EncryptionKeys;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services may answer who do not do their part; those that do are rotated in the tests of the suite. */
class RotateKeysTest {

    private static final Ports PORTS = new Ports(3200);
    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final String NEW = "of-2026-07-01T09:00:00Z";

    private HttpServer filing;
    private HttpServer ingest;
    private Home home;
    private final Deque<String> answersOfIngest = new ArrayDeque<>();
    private volatile Runnable whileIngestWraps = () -> {};

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        home = new Home(directory);
        ingest = answering(ServiceName.INGEST, answersOfIngest);
        filing = answering(ServiceName.FILING, new ArrayDeque<>());
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
        filing.stop(0);
    }

    @Test
    void oldKey_goes_whenEveryServiceFoundNoMoreThatItHadWrapped() throws Exception {
        answersOfIngest.addAll(List.of(answer(NEW, 2), answer(NEW, 1), answer(NEW, 0)));

        assertThat(rotate()).isEqualTo(3);
        assertThat(keys()).singleElement().asString().startsWith(NEW + "=");
    }

    @Test
    void oldKey_stays_whenAServiceGoesOnWrappingByIt() throws Exception {
        answersOfIngest.add(answer("primary", 0));

        assertThatThrownBy(this::rotate).isInstanceOf(IOException.class).hasMessageContaining("ingest-service");
        assertThat(keys()).hasSize(2).last().asString().startsWith("primary=");
    }

    @Test
    void oldKey_stays_whileAServiceStillFindsWhatItWrapped() throws Exception {
        for (int call = 0; call < 100; call++) {
            answersOfIngest.add(answer(NEW, 1));
        }

        assertThatThrownBy(this::rotate).isInstanceOf(IOException.class).hasMessageContaining("ingest-service");
        assertThat(keys()).hasSize(2);
    }

    @Test
    void oldKey_comesBack_whenAServiceNeedsItAfterAll() throws Exception {
        answersOfIngest.addAll(List.of(answer(NEW, 1), answer(NEW, 0), ""));

        assertThatThrownBy(this::rotate).isInstanceOf(IOException.class).hasMessageContaining("ingest-service");
        assertThat(keys()).hasSize(2).last().asString().startsWith("primary=");
    }

    /** Two that write the file of keys at once could each take the other's new key away, and with it what it wraps. */
    @Test
    void secondRotation_isRefused_whileOneGoesOn() throws Exception {
        List<Throwable> refusals = new ArrayList<>();
        whileIngestWraps = () -> {
            whileIngestWraps = () -> {};
            refusals.add(catchThrowable(this::rotate));
        };

        rotate();

        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> assertThat(refusal)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rotated already"));
        assertThat(keys()).singleElement().asString().startsWith(NEW + "=");
    }

    private int rotate() throws IOException, InterruptedException {
        return new RotateKeys(home, PORTS).rotate(NOW);
    }

    private List<String> keys() throws IOException {
        return Files.readAllLines(EncryptionKeys.of(home).path());
    }

    private static String answer(String wrappedBy, int keys) {
        return "{\"wrappedBy\":\"" + wrappedBy + "\",\"keys\":" + keys + "}";
    }

    /** Gives these answers, then that all is done; an empty one is a refusal. */
    private HttpServer answering(ServiceName service, Deque<String> answers) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), PORTS.management(service)), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/keys/rewrap", request -> {
            if (service == ServiceName.INGEST) {
                whileIngestWraps.run();
            }
            String next = answers.isEmpty() ? answer(NEW, 0) : answers.remove();
            byte[] body = next.getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(next.isEmpty() ? 503 : 200, body.length == 0 ? -1 : body.length);
            request.getResponseBody().write(body);
            request.close();
        });
        server.start();
        return server;
    }
}
