package io.consentry.local.rotatekeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.local.keepsecrets.EncryptionKeys;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
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
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final EncryptionKeys keys;
    private final Ports ports;

    public RotateKeys(Home home, Ports ports) throws IOException {
        this.keys = EncryptionKeys.of(home);
        this.ports = ports;
    }

    /**
     * Rotates.
     *
     * @param now names the new key
     * @return how many keys were wrapped anew
     * @throws IOException when a service did not do its part; both keys are kept then
     */
    public int rotate(Instant now) throws IOException, InterruptedException {
        if (!keys.isBeingRotated()) {
            keys.begin("of-" + now);
        }
        int wrapped = 0;
        for (ServiceName service : KEEP_CLINICAL_CONTENT) {
            // What was being wrapped by the old key at the first call is seen by the second.
            wrapped += rewrap(service) + rewrap(service);
        }
        keys.end();
        for (ServiceName service : KEEP_CLINICAL_CONTENT) {
            rewrap(service);
        }
        return wrapped;
    }

    private int rewrap(ServiceName service) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + ports.management(service) + "/keys/rewrap");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(service.module() + " did not wrap its keys anew (" + response.statusCode()
                    + "). Nothing is lost; rotate again when its log says what was wrong.");
        }
        JsonNode done = JSON.readTree(response.body());
        return done.path("keys").asInt();
    }
}
