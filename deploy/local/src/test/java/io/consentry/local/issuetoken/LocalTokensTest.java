package io.consentry.local.issuetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Home home;
    private LocalTokens tokens;

    @BeforeEach
    void make(@TempDir Path directory) throws IOException {
        home = new Home(directory);
        tokens = LocalTokens.of(home, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void of_carriesWhoActsForWhom_signedWithTheHomesKey() throws Exception {
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(LocalSecrets.identity(home).getPublic())
                .setExpectedIssuer("consentry-local")
                .setExpectedAudience("consentry")
                .setEvaluationTime(NumericDate.fromSeconds(NOW.plusSeconds(60).getEpochSecond()))
                .setRequireExpirationTime()
                .build()
                .processToClaims(tokens.of("data-controller", "Z00001", "d-1", "Dr Moss"));

        assertThat(claims.getSubject()).isEqualTo("d-1");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Dr Moss");
        assertThat(claims.getStringClaimValue("ods")).isEqualTo("Z00001");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("data-controller");
    }

    @Test
    void of_refuses_whatNoTokenMayCarry() {
        assertThatThrownBy(() -> tokens.of("service", "Z00001")).hasMessageContaining("No such role");
        assertThatThrownBy(() -> tokens.of("practice", "z1")).hasMessageContaining("ODS code");
    }
}
