package io.consentry.ingest.followrules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.checkmessage.RuleMode;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class FollowRulesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    RecordedModes recorded;

    @AfterEach
    void flagAsBefore() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.record("pregnancy", "flag");
        awaitMode("pregnancy", "flag");
    }

    private static String modeOf(String rule) {
        return given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .get("/rules")
                .jsonPath()
                .getString("rules.find { it.name == '" + rule + "' }.mode");
    }

    private static void awaitMode(String rule, String mode) {
        await().atMost(SOON).untilAsserted(() -> assertThat(modeOf(rule)).isEqualTo(mode));
    }

    @Test
    void safeguard_worksInTheModeThatWasRecorded_alsoWhileConsentIsAway() throws SQLException {
        Neighbours.CONSENT.optIn("L00077");
        Sending.xml("L00077", Samples.unique(Samples.CONTRACEPTION)).statusCode(202);

        Neighbours.CONSENT.record("pregnancy", "reject");
        awaitMode("pregnancy", "reject");
        Sending.xml("L00077", Samples.unique(Samples.CONTRACEPTION)).statusCode(422);

        Neighbours.CONSENT.goAway();
        Sending.xml("L00077", Samples.unique(Samples.CONTRACEPTION)).statusCode(422);
        assertThat(recorded.read()).containsEntry("pregnancy", RuleMode.REJECT);
    }

    @Test
    void safeguardThatLeavesNoChoice_staysAsItIs() {
        Neighbours.CONSENT.record("message-bundle", "off");
        Neighbours.CONSENT.record("possible-duplicate", "reject");
        Neighbours.CONSENT.record("no-such-rule", "off");
        Neighbours.CONSENT.record("pregnancy", "off");
        awaitMode("pregnancy", "off");

        assertThat(modeOf("message-bundle")).isEqualTo("reject");
        assertThat(modeOf("possible-duplicate"))
                .as("a refusal would tell of another sender's message")
                .isEqualTo("flag");
    }
}
