package io.consentry.consent.exportbundle;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads bundles as somebody would who has nothing but the file: no code of the service is used. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class BundleResourceTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private String practice = "";

    @BeforeEach
    void decideAndWaitForTheCheckpoint() {
        practice = newPractice();
        optIn(practice, "contraception");
        optIn(newPractice(), "contraception");
        int head = as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice)
                .jsonPath()
                .getInt("events[-1].position");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> size() >= head + 3);
    }

    private static long size() {
        return Long.parseLong(given().get("/audit/checkpoint")
                .asString()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    private static List<JsonNode> bundle(String query) throws IOException {
        Response answer = as("auditor", "AUD01").get("/audit/bundle" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"consent-");
        List<JsonNode> lines = new ArrayList<>();
        for (String line :
                new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<JsonNode> events(List<JsonNode> lines) {
        return lines.stream().filter(line -> line.has("position")).toList();
    }

    private static byte[] root(JsonNode holder) {
        String line =
                holder.get("checkpoint").asText().lines().skip(2).findFirst().orElseThrow();
        return Base64.getDecoder().decode(line);
    }

    @Test
    void bundle_givesTheSignedRoot_whenItsEventsAreHashed() throws IOException, GeneralSecurityException {
        List<JsonNode> lines = bundle("");
        JsonNode header = lines.get(0);
        assertThat(header.get("format").asText()).isEqualTo("consentry-consent-bundle");
        assertThat(lines.get(1).get("key").asText())
                .isEqualTo(given().get("/audit/checkpoint/key").asString().trim());
        List<byte[]> leaves = new ArrayList<>();
        for (JsonNode event : events(lines)) {
            assertThat(event.get("position").asInt()).isEqualTo(leaves.size() + 1);
            leaves.add(leaf((ObjectNode) event));
        }
        assertThat(leaves).hasSize(header.get("size").asInt());
        assertThat(mth(leaves)).isEqualTo(root(header));
        assertThat(lines.get(lines.size() - 1).get("events").asInt()).isEqualTo(leaves.size());
    }

    /** Whoever wants names withheld and does not say it in the one right word is not given them instead. */
    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "", "on", "true ", "none"})
    void bundle_is400_whereItIsNotClearWhetherNamesAreWithheld(String redact) {
        as("auditor", "AUD01")
                .queryParam("redact", redact)
                .get("/audit/bundle")
                .then()
                .statusCode(400)
                .body("detail", containsString("redact"));
    }

    @Test
    void bundle_hasEveryEarlierCheckpoint_afterTheLastEventThatItCovers() throws IOException, GeneralSecurityException {
        List<byte[]> leaves = new ArrayList<>();
        int checkpoints = 0;
        for (JsonNode line : bundle("").stream().skip(1).toList()) {
            if (line.has("position")) {
                leaves.add(leaf((ObjectNode) line));
            } else if (line.has("checkpoint")) {
                checkpoints++;
                assertThat(mth(leaves)).isEqualTo(root(line));
            }
        }
        assertThat(checkpoints).isPositive();
    }

    @Test
    void bundleOfAPractice_provesEachOfItsEvents() throws IOException, GeneralSecurityException {
        List<JsonNode> lines = bundle("?practice=" + practice);
        JsonNode header = lines.get(0);
        assertThat(header.get("practice").asText()).isEqualTo(practice);
        List<JsonNode> events = events(lines);
        assertThat(events).hasSize(3);
        int number = 0;
        for (JsonNode event : events) {
            assertThat(event.get("number").asInt()).isEqualTo(++number);
            List<byte[]> path = new ArrayList<>();
            event.get("proof").forEach(hash -> path.add(HexFormat.of().parseHex(hash.asText())));
            long position = event.get("position").asLong();
            byte[] climbed = climb(
                    leaf((ObjectNode) event), position - 1, header.get("size").asLong(), path);
            assertThat(climbed).isEqualTo(root(header));
        }
        assertThat(lines.get(lines.size() - 1).get("events").asInt()).isEqualTo(3);
    }

    @Test
    void bundle_tellsNoNames_whenRedacted_andStillVerifies() throws IOException, GeneralSecurityException {
        List<JsonNode> lines = bundle("?redact=true");
        List<byte[]> leaves = new ArrayList<>();
        for (JsonNode event : events(lines)) {
            assertThat(event.has("disclosed")).isFalse();
            leaves.add(leaf((ObjectNode) event));
        }
        assertThat(mth(leaves)).isEqualTo(root(lines.get(0)));
    }

    @Test
    void bundle_isForAuditors() {
        as("operator", "X26").get("/audit/bundle").then().statusCode(403);
        given().get("/audit/bundle").then().statusCode(401);
        as("auditor", "AUD01").get("/audit/bundle?practice=no").then().statusCode(400);
    }

    private static byte[] leaf(ObjectNode event) throws IOException, GeneralSecurityException {
        ObjectNode leaf = event.deepCopy();
        leaf.remove(List.of("disclosed", "leafHash", "number", "proof"));
        byte[] hash = hash(new byte[] {0}, JSON.writeValueAsBytes(JSON.convertValue(leaf, TreeMap.class)));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo(event.get("leafHash").asText());
        return hash;
    }

    private static byte[] climb(byte[] leaf, long index, long size, List<byte[]> path) throws GeneralSecurityException {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (fn % 2 == 1 || fn == sn) {
                r = hash(new byte[] {1}, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hash(new byte[] {1}, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : new byte[0];
    }

    private static byte[] mth(List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return hash(new byte[] {1}, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    private static byte[] hash(byte[]... parts) throws GeneralSecurityException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }
}
