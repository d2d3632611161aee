package io.consentry.consent.provelog;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ProofResourceTest {

    private static final HexFormat HEX = HexFormat.of();
    /** What stands before the 32 bytes of an Ed25519 public key (RFC 8410). */
    private static final byte[] X509_PREFIX = HEX.parseHex("302a300506032b6570032100");

    private final List<byte[]> leaves = new ArrayList<>();

    @BeforeEach
    void decideAndWaitForTheCheckpoint() {
        optIn(newPractice(), "contraception");
        long position = 0;
        JsonPath page;
        do {
            page = as("auditor", "AUD01")
                    .get("/audit/consent-events?limit=500&after=" + position)
                    .jsonPath();
            page.getList("events.leafHash", String.class).forEach(hash -> leaves.add(HEX.parseHex(hash)));
            position = leaves.size();
        } while (page.getString("next") != null);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> size(checkpoint()) >= leaves.size());
    }

    private static String checkpoint() {
        byte[] note = given().get("/audit/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(note, StandardCharsets.UTF_8);
    }

    private static long size(String note) {
        return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
    }

    private String checkpointOf(int size) {
        byte[] note = given().get("/audit/checkpoint?size=" + size).asByteArray();
        return new String(note, StandardCharsets.UTF_8);
    }

    @Test
    void checkpoint_isSignedWithThePublishedKey_andItsRootIsTheLeaves() throws GeneralSecurityException {
        String note = checkpoint();
        String key = given().get("/audit/checkpoint/key").asString().trim();
        String[] keyParts = key.split("\\+", 3);
        byte[] typedKey = Base64.getDecoder().decode(keyParts[2]);
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        String signatureLine = note.substring(note.indexOf("\n\n") + 2);

        assertThat(signatureLine).startsWith("\u2014 consentry.test/consent ").endsWith("\n");
        byte[] signed = Base64.getDecoder().decode(signatureLine.trim().split(" ", 3)[2]);
        assertThat(HEX.formatHex(signed, 0, 4)).isEqualTo(keyParts[1]);
        byte[] keyId = NaiveTree.sha256((keyParts[0] + "\n").getBytes(StandardCharsets.UTF_8), typedKey);
        assertThat(HEX.formatHex(keyId, 0, 4)).isEqualTo(keyParts[1]);
        byte[] encoded =
                ByteBuffer.allocate(44).put(X509_PREFIX).put(typedKey, 1, 32).array();
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signed, 4, 64)).isTrue();

        String[] lines = text.split("\n", -1);
        assertThat(lines[0]).isEqualTo("consentry.test/consent");
        int size = Integer.parseInt(lines[1]);
        if (size == leaves.size()) {
            assertThat(Base64.getDecoder().decode(lines[2])).isEqualTo(NaiveTree.root(leaves));
        }
    }

    @Test
    void inclusion_convincesAnIndependentVerifier_forEveryEvent() {
        int size = leaves.size();
        byte[] root = NaiveTree.root(leaves);
        for (int position = 1; position <= size; position += Math.max(1, size / 20)) {
            JsonPath proof = as("auditor", "AUD01")
                    .get("/audit/proofs/inclusion?position=" + position + "&size=" + size)
                    .jsonPath();
            assertThat(NaiveTree.isIncluded(leaves.get(position - 1), position - 1, size, hashes(proof), root))
                    .isTrue();
            assertThat(proof.getString("leafHash")).isEqualTo(HEX.formatHex(leaves.get(position - 1)));
        }
    }

    @Test
    void consistency_convincesAnIndependentVerifier_fromEveryEarlierSize() {
        int size = leaves.size();
        for (int from = 1; from <= size; from += Math.max(1, size / 20)) {
            JsonPath proof = as("auditor", "AUD01")
                    .get("/audit/proofs/consistency?from=" + from + "&to=" + size)
                    .jsonPath();
            byte[] earlier = NaiveTree.root(leaves.subList(0, from));
            assertThat(NaiveTree.isConsistent(from, size, earlier, NaiveTree.root(leaves), hashes(proof)))
                    .isTrue();
        }
        as("auditor", "AUD01")
                .get("/audit/proofs/consistency?from=0&to=" + size)
                .then()
                .statusCode(200)
                .body("hashes", empty());
    }

    /** A machine that builds beside this test may be slow once; a log that is slow three times is slow. */
    @Test
    void checkpoint_isAtMostASecondBehind() throws SQLException {
        List<String> seconds = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            optIn(newPractice(), "contraception");
            long head = Long.parseLong(ask("select max(position) from consent_event"));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> size(checkpoint()) >= head);
            seconds.add(ask("select extract(epoch from min(signed_at) - (select recorded_at from consent_event"
                    + " where position = " + head + ")) from checkpoint where size >= " + head));
        }
        assertThat(seconds)
                .anySatisfy(behind -> assertThat(Double.parseDouble(behind)).isLessThan(1));
    }

    @Test
    void checkpoint_staysReadable_afterTheLogHasGrown() {
        int size = (int) size(checkpoint());
        String then = checkpointOf(size);
        optIn(newPractice(), "contraception");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> size(checkpoint()) > size);

        assertThat(checkpointOf(size)).isEqualTo(then);
        given().get("/audit/checkpoint?size=999999999").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inclusion",
                "inclusion?position=0",
                "inclusion?position=999999999",
                "inclusion?position=x",
                "inclusion?position=2&size=1",
                "inclusion?position=1&size=999999999",
                "consistency?from=3&to=2",
                "consistency?from=1&to=999999999",
                "consistency?from=-1"
            })
    void proof_is400_forWhatIsNotThere(String question) throws IOException {
        as("auditor", "AUD01")
                .get("/audit/proofs/" + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void proofs_areForAuditors() {
        as("operator", "X26").get("/audit/proofs/inclusion?position=1").then().statusCode(403);
        given().get("/audit/proofs/consistency?from=1").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update checkpoint set note = ''",
                "delete from checkpoint",
                "update merkle_node set hash = hash",
                "delete from merkle_node",
                "truncate merkle_node",
                "truncate checkpoint",
                "update sandbox_log_key set seed = seed"
            })
    void tree_cannotBeChanged_byTheRuntimeRole(String sql) throws SQLException {
        try (var runtime = connect("consent_runtime");
                var statement = runtime.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    private static List<byte[]> hashes(JsonPath proof) {
        return proof.getList("hashes", String.class).stream().map(HEX::parseHex).toList();
    }
}
