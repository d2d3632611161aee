package io.consentry.local.rotatekeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.local.keepsecrets.EncryptionKeys;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import io.consentry.local.supervise.HomeLock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Rotates the key-encryption key of a running suite: a new key goes before the old one, each service wraps its keys anew,
 * and when all have, the old one goes. Interrupted anywhere, it is taken up again where it stopped, and until the end
 * either key opens everything.
 */
public final class RotateKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<ServiceName> KEEP_CLINICAL_CONTENT = List.of(ServiceName.INGEST, ServiceName.FILING);
    /** The second finds nothing, or what was under way; more than this, and something is wrong. */
    private static final int MOST_CALLS = 10;

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Home home;
    private final EncryptionKeys keys;
    private final Ports ports;

    public RotateKeys(Home home, Ports ports) throws IOException {
        this.home = home;
        this.keys = EncryptionKeys.of(home);
        this.ports = ports;
    }

    /**
     * Rotates.
     *
     * @param now names the new key
     * @return how many keys were wrapped anew
     * @throws IOException when a service did not do its part; both keys are kept then. Also while another rotation goes on
     */
    public int rotate(Instant now) throws IOException, InterruptedException {
        HomeLock held = HomeLock.takeForKeys(home)
                .orElseThrow(() -> new IOException(
                        "The keys of " + home.directory() + " are being rotated already; see what that says"));
        try (held) {
            return rotateAlone(now);
        }
    }

    private int rotateAlone(Instant now) throws IOException, InterruptedException {
        if (!keys.isBeingRotated()) {
            keys.begin("of-" + now);
        }
        int wrapped = 0;
        for (ServiceName service : KEEP_CLINICAL_CONTENT) {
            wrapped += rewrapAll(service);
        }
        String both = keys.end();
        try {
            for (ServiceName service : KEEP_CLINICAL_CONTENT) {
                rewrap(service);
            }
        } catch (IOException | InterruptedException e) {
            keys.restore(both);
            throw e;
        }
        return wrapped;
    }

    private int rewrapAll(ServiceName service) throws IOException, InterruptedException {
        int wrapped = rewrap(service);
        // What was being wrapped by the old key at the first call is seen by a later one.
        for (int call = 1; call < MOST_CALLS; call++) {
            int found = rewrap(service);
            if (found == 0) {
                return wrapped;
            }
            wrapped += found;
        }
        throw notDone(service, "it still finds keys that another wrapped");
    }

    private int rewrap(ServiceName service) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + ports.management(service) + "/keys/rewrap");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw notDone(service, "it answered " + response.statusCode());
        }
        JsonNode done = JSON.readTree(response.body());
        // A service that was not told of the file of keys wraps nothing anew, and would miss the old one.
        if (!done.path("wrappedBy").asText().equals(keys.current())) {
            throw notDone(service, "it wraps by another key than this home's new one");
        }
        return done.path("keys").asInt();
    }

    private static IOException notDone(ServiceName service, String why) {
        return new IOException(service.module() + " did not wrap its keys anew: " + why
                + ". Nothing is lost, and both keys are kept; rotate again when its log says what was wrong.");
    }
}
