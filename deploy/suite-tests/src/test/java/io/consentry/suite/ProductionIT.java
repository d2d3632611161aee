package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.Gateway;
import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.runsuite.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite as it runs in production, told what the files in {@code deploy/kubernetes} tell it: people's tokens come from an identity provider, practices from the directory,
 * the first mandate from an operator on evidence, and every safeguard refuses what it should.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionIT {

    private static final int PORT_OFFSET = 4300;
    private static final String XML = "application/fhir+xml";
    private static final String PRACTICE = "Y12345";
    private static final String PARTNER = "gp-partner";
    private static final String DOCUMENT = "0".repeat(64);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

    private static IdentityProvider provider;
    private static Suite suite;
    private static Home home;
    private static Gateway gateway;

    @BeforeAll
    static void startAsInProduction(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
        provider = IdentityProvider.start();
        home = new Home(directory.resolve("of production"));
        home.create();
        Ports ports = new Ports(PORT_OFFSET);
        suite = new Suite(Project.fromSystemProperty(), home, ports, null, new SharedSuite.Printed())
                .with(Map.of(
                        "QUARKUS_PROFILE",
                        "prod",
                        "CONSENTRY_IDENTITY_URL",
                        provider.address(),
                        "CONSENTRY_ENCRYPTION_KEY",
                        newEncryptionKey(),
                        "CONSENT_LOG_ORIGIN",
                        "consent.example/log",
                        "CONSENT_LOG_SIGNING_KEY",
                        newLogKey()))
                .with(databasePasswords())
                .tellingOnly(DeploymentFiles::settingsOf);
        suite.start();
        gateway = new Gateway(ports);
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
        provider.close();
    }

    @Test
    @Order(1)
    void tokenOfTheSandbox_isRefused() throws Exception {
        String local = LocalTokens.of(home, Clock.systemUTC()).of("operator", "OPS01");
        assertThat(gateway.get("/rules", local).status()).isEqualTo(401);
        assertThat(gateway.get("/rules", operator()).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void practiceThatNobodyListed_isUnknown_andNeverOptedOut() throws Exception {
        Answer answer = send(Sample.PHARMACY_FIRST.written());
        assertThat(answer.status()).as(answer.summary()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-practice");
        assertThat(answer.text("/itkCode")).isEqualTo("20002");
    }

    @Test
    @Order(3)
    void dataControllerWithoutMandate_isRefused_untilAnOperatorEnrolsThemOnEvidence() throws Exception {
        ObjectNode listed =
                TestPractice.json().put("name", "Two Rivers Surgery").put("kind", "practice");
        Answer listing = gateway.put("/organisations/" + PRACTICE, operator(), listed.put("open", true));
        assertThat(listing.status()).as(listing.summary()).isBetween(200, 201);
        assertThat(move("").problem()).isEqualTo("only-the-practice-decides");

        ObjectNode enrolment = TestPractice.json().put("holder", PARTNER).put("documentSha256", DOCUMENT);
        Answer enrolled = gateway.post("/practices/" + PRACTICE + "/mandates", operator(), "*", enrolment);
        assertThat(enrolled.status()).as(enrolled.summary()).isEqualTo(200);
        assertThat(move("").status()).isEqualTo(200);
        assertThat(move("/pharmacy-first").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void numberWithAWrongCheckDigit_isRefused_whereTheSandboxOnlyFlags() throws Exception {
        String message = new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8);
        String number = message.replaceAll("(?s).*nhs-number\"/>\\s*<value value=\"(\\d{10})\".*", "$1");
        assertThat(number).hasSize(10);
        String wrong = number.substring(0, 9) + (number.charAt(9) == '0' ? '1' : '0');
        Answer answer = send(message.replace(number, wrong).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.summary()).isEqualTo(422);
        assertThat(answer.text("/errors/0/rule")).isEqualTo("nhs-number-check-digit");
    }

    @Test
    @Order(5)
    void message_reachesAPerson_isFiled_andTheSenderHearsNothingBeforeTheUndoTimeHasPassed() throws Exception {
        Answer sent = send(Sample.PHARMACY_FIRST.written());
        assertThat(sent.status()).as(sent.summary()).isEqualTo(202);
        String item = "/practices/" + PRACTICE + "/items/" + sent.text("/id");
        await().atMost(SEEN_WITHIN)
                .untilAsserted(
                        () -> assertThat(gateway.get(item, reviewer()).status()).isEqualTo(200));

        Answer opened = gateway.get(item, reviewer());
        Answer filed =
                gateway.post(item + "/file", reviewer(), opened.header("ETag").orElseThrow(), TestPractice.json());
        assertThat(filed.status()).as(filed.summary()).isEqualTo(200);
        Answer heard = gateway.get("/update-records/" + sent.text("/id"), pharmacy());
        assertThat(heard.text("/status")).isEqualTo("pending");
    }

    @Test
    @Order(6)
    void sandboxSetting_endsTheStart(@TempDir Path directory) throws Exception {
        String log = Files.readString(home.log("ingest-service"));
        assertThat(log).doesNotContain("\"level\":\"ERROR\"");
        Home another = new Home(directory.resolve("of a mixture"));
        another.create();
        try (Suite mixed = new Suite(
                        Project.fromSystemProperty(),
                        another,
                        new Ports(PORT_OFFSET + 50),
                        null,
                        new SharedSuite.Printed())
                .with(Map.of("QUARKUS_PROFILE", "prod", "CONSENTRY_IDENTITY_URL", provider.address()))) {
            Optional<String> refusal = refusal(mixed);
            assertThat(refusal).hasValueSatisfying(why -> assertThat(why).contains("ended while it was starting"));
        }
    }

    @Test
    @Order(7)
    void whileTheProviderIsAway_itsTokensGoOn_andWhoStartsThenBlamesNobodysToken() throws Exception {
        String token = provider.token("operator", "OPS01", "another-operator");
        provider.close();
        assertThat(gateway.get("/rules", token).status()).isEqualTo(200);

        suite.stopService(ServiceName.GATEWAY);
        suite.startService(ServiceName.GATEWAY);
        suite.awaitReady(EnumSet.of(ServiceName.GATEWAY));
        Answer answer = gateway.get("/rules", token);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
    }

    private static Optional<String> refusal(Suite mixed) throws InterruptedException {
        try {
            mixed.start();
            return Optional.empty();
        } catch (StartFailed e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Answer move(String service) throws Exception {
        return gateway.put(
                "/practices/" + PRACTICE + "/consent" + service,
                provider.token("data-controller", PRACTICE, PARTNER),
                TestPractice.decision("opted-in"));
    }

    private static Answer send(byte[] message) throws Exception {
        return gateway.sendMessage(PRACTICE, pharmacy(), XML, message);
    }

    private static String operator() {
        return provider.token("operator", "OPS01", "operator-on-call");
    }

    private static String pharmacy() {
        return provider.token("pharmacy", Sample.PHARMACY, "pharmacy-system");
    }

    private static String reviewer() {
        return provider.token("practice", PRACTICE, "reviewer");
    }

    /** The deployment gives each role a password of its own; the launcher's PostgreSQL knows one for all. */
    private static Map<String, String> databasePasswords() throws Exception {
        String password = LocalSecrets.of(home).databasePassword();
        return Map.of(
                "CONSENTRY_DATABASE_OWNER_PASSWORD", password,
                "CONSENTRY_DATABASE_RUNTIME_PASSWORD", password,
                "CONSENTRY_DATABASE_TENANT_PASSWORD", password);
    }

    private static String newEncryptionKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String newLogKey() throws Exception {
        return Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
    }
}
