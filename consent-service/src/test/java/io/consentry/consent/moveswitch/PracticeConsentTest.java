package io.consentry.consent.moveswitch;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.consent.events.PracticeOptedIn;
import io.consentry.consent.events.PracticeOptedOut;
import io.consentry.consent.events.ServiceOptedIn;
import io.consentry.consent.events.ServiceOptedOut;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PracticeConsentTest {

    private static final String PRACTICE = "Z00001";
    private static final Actor ANN = new Actor("ann", "data-controller", PRACTICE);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant ONE_O_CLOCK = NOON.plus(Duration.ofHours(1));

    private final FixtureConfiguration<PracticeConsent> fixture = new AggregateTestFixture<>(PracticeConsent.class);

    @Test
    void optIn_movesTheMasterSwitch_forAPracticeThatNeverDecided() {
        fixture.givenNoPriorActivity()
                .when(master(Decision.OPTED_IN))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optOut_givesNoEvent_forAPracticeThatNeverDecided() {
        fixture.givenNoPriorActivity().when(master(Decision.OPTED_OUT)).expectNoEvents();
    }

    @Test
    void optIn_givesNoEvent_whenOptedInAlready() {
        fixture.given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(master(Decision.OPTED_IN, later()))
                .expectNoEvents();
    }

    @Test
    void optOut_movesTheMasterSwitch_whenOptedIn() {
        fixture.given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(master(Decision.OPTED_OUT, later()))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optInToService_movesOnlyThatSwitch_whenMasterIsIn() {
        fixture.given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_IN))
                .expectEvents(new ServiceOptedIn(PRACTICE, "contraception", "trial", null, ANN));
    }

    @Test
    void optOutOfService_givesNoEvent_whenOnlyAnotherServiceIsIn() {
        fixture.given(new ServiceOptedIn(PRACTICE, "pharmacy-first", "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_OUT))
                .expectNoEvents();
    }

    @Test
    void optOutOfService_movesIt_whenThatServiceIsIn() {
        fixture.given(new ServiceOptedIn(PRACTICE, "contraception", "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_OUT))
                .expectEvents(new ServiceOptedOut(PRACTICE, "contraception", "trial", null, ANN));
    }

    @Test
    void decisionForLater_isKept_whenTheSwitchStandsElsewhereNow() {
        fixture.givenNoPriorActivity()
                .when(scheduled(Decision.OPTED_IN, ONE_O_CLOCK, NOON))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN));
    }

    @Test
    void decisionForLater_givesNoEvent_whenItIsScheduledAlready() {
        fixture.givenCurrentTime(NOON)
                .andGiven(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(scheduled(Decision.OPTED_IN, ONE_O_CLOCK, NOON))
                .expectNoEvents();
    }

    @Test
    void decisionForLater_isKept_whenTheOppositeIsScheduledForThatTime() {
        fixture.givenCurrentTime(NOON)
                .andGiven(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(scheduled(Decision.OPTED_OUT, ONE_O_CLOCK, NOON))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", ONE_O_CLOCK, ANN));
    }

    @Test
    void optIn_isStillNeeded_beforeAScheduledOneTakesEffect() {
        fixture.givenCurrentTime(NOON)
                .andGiven(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(master(Decision.OPTED_IN, ONE_O_CLOCK.minusMillis(1)))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optIn_givesNoEvent_onceAScheduledOneIsInForce() {
        fixture.givenCurrentTime(NOON)
                .andGiven(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(master(Decision.OPTED_IN, ONE_O_CLOCK))
                .expectNoEvents();
    }

    @Test
    void decision_isRefused_forATimeThatHasPassed() {
        fixture.givenNoPriorActivity()
                .when(scheduled(Decision.OPTED_IN, NOON, NOON))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void decision_isRefused_whenTheCallerSawAnotherVersion() {
        fixture.given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(seeing(0L, Decision.OPTED_OUT))
                .expectException(StaleVersion.class)
                .expectNoEvents();
    }

    @Test
    void decision_isKept_whenTheCallerSawTheCurrentVersion() {
        fixture.given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(seeing(1L, Decision.OPTED_OUT))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", null, ANN));
    }

    private static Instant later() {
        return Instant.now().plusSeconds(1);
    }

    private static MoveSwitch master(Decision decision) {
        return master(decision, NOON);
    }

    private static MoveSwitch master(Decision decision, Instant now) {
        return command(null, decision, null, now, null);
    }

    private static MoveSwitch service(String service, Decision decision) {
        return command(service, decision, null, later(), null);
    }

    private static MoveSwitch scheduled(Decision decision, Instant from, Instant now) {
        return command(null, decision, from, now, null);
    }

    private static MoveSwitch seeing(Long version, Decision decision) {
        return command(null, decision, null, later(), version);
    }

    private static MoveSwitch command(
            @Nullable String service, Decision decision, @Nullable Instant from, Instant now, @Nullable Long version) {
        return new MoveSwitch(
                PracticeConsent.streamOf(PRACTICE), PRACTICE, service, decision, "trial", from, ANN, now, version);
    }
}
