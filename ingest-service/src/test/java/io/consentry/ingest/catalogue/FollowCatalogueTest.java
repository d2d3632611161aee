package io.consentry.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class FollowCatalogueTest {

    @Inject
    Catalogue catalogue;

    @AfterEach
    void consentIsBack() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void addedService_isKnownSoon_andStaysKnownWhileConsentIsAway() {
        assertThat(catalogue.serviceOf("1577321000000888")).isEmpty();

        Neighbours.CONSENT.addService("urgent-supply", "1577321000000888");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(catalogue.serviceOf("1577321000000888"))
                .contains("urgent-supply"));

        Neighbours.CONSENT.goAway();
        assertThat(catalogue.serviceOf("1577321000000888")).contains("urgent-supply");
        assertThat(catalogue.serviceOf("1659121000000101")).contains("contraception");
    }
}
