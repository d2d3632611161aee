package io.consentry.consent.decide;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.consent.events.MandateGranted;
import io.consentry.consent.events.MandateWithdrawn;
import io.consentry.consent.events.PracticeOptedIn;
import io.consentry.consent.events.PracticeOptedOut;
import io.consentry.consent.events.PracticePaused;
import io.consentry.consent.events.ServiceOptedIn;
import io.consentry.consent.events.ServiceOptedOut;
import io.consentry.consent.recordattempt.RecordedRefusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PracticeConsentTest {

    private static final String PRACTICE = "Z00001";
    private static final Actor ANN = new Actor("ann", "data-controller", PRACTICE);
    private static final Actor BOB = new Actor("bob", "practice", PRACTICE);
    private static final Actor OPERATOR = new Actor("olu", "operator", "OPS01");
    private static final MandateGranted MANDATE = new MandateGranted(PRACTICE, "ann", "enrolment", "ab", OPERATOR);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant ONE_O_CLOCK = NOON.plus(Duration.ofHours(1));

    private final FixtureConfiguration<PracticeConsent> fixture = new AggregateTestFixture<>(PracticeConsent.class);

    @Test
    void optIn_movesTheMasterSwitch_forAPracticeThatNeverDecided() {
        given().when(master(Decision.OPTED_IN)).expectEvents(new PracticeOptedIn(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optOut_givesNoEvent_forAPracticeThatNeverDecided() {
        given().when(master(Decision.OPTED_OUT)).expectNoEvents();
    }

    @Test
    void optIn_givesNoEvent_whenOptedInAlready() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(master(Decision.OPTED_IN, later()))
                .expectNoEvents();
    }

    @Test
    void optOut_movesTheMasterSwitch_whenOptedIn() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(master(Decision.OPTED_OUT, later()))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optInToService_movesOnlyThatSwitch_whenMasterIsIn() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_IN))
                .expectEvents(new ServiceOptedIn(PRACTICE, "contraception", "trial", null, ANN));
    }

    @Test
    void optOutOfService_givesNoEvent_whenOnlyAnotherServiceIsIn() {
        given(new ServiceOptedIn(PRACTICE, "pharmacy-first", "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_OUT))
                .expectNoEvents();
    }

    @Test
    void optOutOfService_movesIt_whenThatServiceIsIn() {
        given(new ServiceOptedIn(PRACTICE, "contraception", "trial", null, ANN))
                .when(service("contraception", Decision.OPTED_OUT))
                .expectEvents(new ServiceOptedOut(PRACTICE, "contraception", "trial", null, ANN));
    }

    @Test
    void decisionForLater_isKept_whenTheSwitchStandsElsewhereNow() {
        given().when(scheduled(Decision.OPTED_IN, ONE_O_CLOCK, NOON))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN));
    }

    @Test
    void decisionForLater_givesNoEvent_whenItIsScheduledAlready() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(scheduled(Decision.OPTED_IN, ONE_O_CLOCK, NOON))
                .expectNoEvents();
    }

    @Test
    void decisionForLater_isKept_whenTheOppositeIsScheduledForThatTime() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(scheduled(Decision.OPTED_OUT, ONE_O_CLOCK, NOON))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", ONE_O_CLOCK, ANN));
    }

    @Test
    void optIn_isStillNeeded_beforeAScheduledOneTakesEffect() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(master(Decision.OPTED_IN, ONE_O_CLOCK.minusMillis(1)))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optIn_givesNoEvent_onceAScheduledOneIsInForce() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", ONE_O_CLOCK, ANN))
                .when(master(Decision.OPTED_IN, ONE_O_CLOCK))
                .expectNoEvents();
    }

    @Test
    void decision_isRefused_forATimeThatHasPassed() {
        given().when(scheduled(Decision.OPTED_IN, NOON, NOON))
                .expectException(RecordedRefusal.class)
                .expectNoEvents();
    }

    @Test
    void decision_isRefused_whenTheCallerSawAnotherVersion() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(seeing(0L, Decision.OPTED_OUT))
                .expectException(StaleVersion.class)
                .expectNoEvents();
    }

    @Test
    void decision_isKept_whenTheCallerSawTheCurrentVersion() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(seeing(2L, Decision.OPTED_OUT))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", null, ANN));
    }

    @Test
    void pause_optsOut_withoutAMandate() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(new PauseSwitch(act(later(), BOB, null), "clinical-safety"))
                .expectEvents(new PracticePaused(PRACTICE, "clinical-safety", BOB));
    }

    @Test
    void pause_givesNoEvent_whenOptedOutAlready() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN), new PracticePaused(PRACTICE, "workload", BOB))
                .when(new PauseSwitch(act(later(), BOB, null), "clinical-safety"))
                .expectNoEvents();
    }

    /** Its time was taken before the decision that it finds, which somebody made at the same moment. */
    @Test
    void pause_optsOut_whenAnOptInWasFaster() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(new PauseSwitch(act(NOON.minusMillis(1), BOB, null), "clinical-safety"))
                .expectEvents(new PracticePaused(PRACTICE, "clinical-safety", BOB));
    }

    @Test
    void optOut_movesTheMasterSwitch_whenAnOptInWasFaster() {
        atNoon(new PracticeOptedIn(PRACTICE, "trial", null, ANN))
                .when(master(Decision.OPTED_OUT, NOON.minusMillis(1)))
                .expectEvents(new PracticeOptedOut(PRACTICE, "trial", null, ANN));
    }

    @Test
    void optIn_isPossible_afterAPause() {
        given(new PracticeOptedIn(PRACTICE, "trial", null, ANN), new PracticePaused(PRACTICE, "workload", BOB))
                .when(master(Decision.OPTED_IN, later()))
                .expectEvents(new PracticeOptedIn(PRACTICE, "trial", null, ANN));
    }

    /** A pause is anybody's, until a holder decides: that it stays so is a decision too. */
    @Test
    void optOut_isKept_afterAPause_andGivesNoEventTheNextTime() {
        PracticeOptedIn in = new PracticeOptedIn(PRACTICE, "trial", null, ANN);
        PracticePaused paused = new PracticePaused(PRACTICE, "workload", BOB);
        PracticeOptedOut out = new PracticeOptedOut(PRACTICE, "trial", null, ANN);
        given(in, paused).when(master(Decision.OPTED_OUT, later())).expectEvents(out);
        new AggregateTestFixture<>(PracticeConsent.class)
                .given(MANDATE, in, paused, out)
                .when(master(Decision.OPTED_OUT, later()))
                .expectNoEvents();
    }

    @Test
    void decision_isRefused_withoutAMandate() {
        given().when(new MoveSwitch(act(NOON, BOB, null), null, Decision.OPTED_IN, "trial", null, false))
                .expectException(NoMandate.class)
                .expectNoEvents();
    }

    @Test
    void decision_enrolsTheDecider_onlyWhereNobodyHoldsAMandate() {
        fixture.givenNoPriorActivity()
                .when(new MoveSwitch(act(NOON, BOB, null), null, Decision.OPTED_IN, "trial", null, true))
                .expectEvents(
                        new MandateGranted(PRACTICE, "bob", "self-enrolment", null, BOB),
                        new PracticeOptedIn(PRACTICE, "trial", null, BOB));
        new AggregateTestFixture<>(PracticeConsent.class)
                .given(MANDATE)
                .when(new MoveSwitch(act(NOON, BOB, null), null, Decision.OPTED_IN, "trial", null, true))
                .expectException(NoMandate.class);
    }

    @Test
    void mandate_isGranted_byAHolder() {
        given().when(new GrantMandate(act(NOON, ANN, null), "bob"))
                .expectEvents(new MandateGranted(PRACTICE, "bob", "grant", null, ANN));
    }

    @Test
    void mandate_isNotGranted_byAnybodyElse() {
        given().when(new GrantMandate(act(NOON, BOB, null), "bob"))
                .expectException(NoMandate.class)
                .expectNoEvents();
    }

    @Test
    void mandate_givesNoEvent_whenHeldAlready() {
        given().when(new GrantMandate(act(NOON, ANN, null), "ann")).expectNoEvents();
    }

    @Test
    void mandate_isNoLongerWorthAnything_onceWithdrawn() {
        given(new MandateGranted(PRACTICE, "bob", "grant", null, ANN), new MandateWithdrawn(PRACTICE, "ann", BOB))
                .when(master(Decision.OPTED_IN))
                .expectException(NoMandate.class);
    }

    @Test
    void enrolment_isRefused_whileSomebodyHoldsAMandate() {
        given().when(new EnrolFirstHolder(act(NOON, OPERATOR, null), "bob", "ab"))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void enrolment_startsAnew_afterTheLastMandateIsGone() {
        given(new MandateWithdrawn(PRACTICE, "ann", ANN))
                .when(new EnrolFirstHolder(act(NOON, OPERATOR, null), "bob", "ab"))
                .expectEvents(new MandateGranted(PRACTICE, "bob", "enrolment", "ab", OPERATOR));
    }

    @Test
    void withdrawal_isRefused_forWhoeverHoldsNone() {
        given().when(new WithdrawMandate(act(NOON, ANN, null), "bob"))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    private TestExecutor<PracticeConsent> given(Object... events) {
        return fixture.given(MANDATE).andGiven(events);
    }

    private TestExecutor<PracticeConsent> atNoon(Object... events) {
        return fixture.givenCurrentTime(NOON).andGiven(MANDATE).andGiven(events);
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

    private static Act act(Instant now, Actor actor, @Nullable Long version) {
        return new Act(PRACTICE, actor, now, version);
    }

    private static MoveSwitch command(
            @Nullable String service, Decision decision, @Nullable Instant from, Instant now, @Nullable Long version) {
        return new MoveSwitch(act(now, ANN, version), service, decision, "trial", from, false);
    }
}
