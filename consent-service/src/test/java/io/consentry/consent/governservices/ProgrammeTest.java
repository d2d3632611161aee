package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.NoticeIssued;
import io.consentry.consent.events.RulesChanged;
import io.consentry.consent.events.ServiceAdded;
import io.consentry.consent.recordattempt.RecordedRefusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private static final Actor OLU = new Actor("olu", "operator", "OPS01");
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(28);
    private static final List<String> CODES = List.of("1577321000000100");

    private final FixtureConfiguration<Programme> fixture = new AggregateTestFixture<>(Programme.class);

    private static NoticeIssued issued(@Nullable String service, Instant effect, Duration period) {
        return new NoticeIssued("n1", service, effect, period.toString(), "NHS England", List.of("BMA"), null, OLU);
    }

    private static IssueNotice issue(Instant now, Instant effect) {
        return new IssueNotice(
                ProgrammeCommand.STREAM, OLU, now, MONTH, "n1", "flu", effect, "NHS England", List.of("BMA"), null);
    }

    private static AddService add(String service, List<String> codes, Instant now) {
        return new AddService(ProgrammeCommand.STREAM, OLU, now, service, codes, "n1");
    }

    private static ChangeNoticePeriod period(Duration period, Instant now) {
        return new ChangeNoticePeriod(ProgrammeCommand.STREAM, OLU, now, MONTH, period);
    }

    private static RulesChanged changed(Duration was, Duration value, @Nullable Instant from) {
        return new RulesChanged(RulesChanged.NOTICE_PERIOD, was.toString(), value.toString(), from, OLU);
    }

    @Test
    void notice_isIssued_whenItLeavesThePeriod() {
        fixture.givenNoPriorActivity()
                .when(issue(NOON, NOON.plus(MONTH)))
                .expectEvents(issued("flu", NOON.plus(MONTH), MONTH));
    }

    @Test
    void notice_isRefused_whenItIsTooShortByAMicrosecond() {
        fixture.givenNoPriorActivity()
                .when(issue(NOON, NOON.plus(MONTH).minusNanos(1000)))
                .expectException(RecordedRefusal.class)
                .expectNoEvents();
    }

    @Test
    void longerPeriod_holdsAtOnce() {
        fixture.givenNoPriorActivity()
                .when(period(MONTH.multipliedBy(2), NOON))
                .expectEvents(changed(MONTH, MONTH.multipliedBy(2), null));
        new AggregateTestFixture<>(Programme.class)
                .given(changed(MONTH, MONTH.multipliedBy(2), null))
                .when(issue(NOON, NOON.plus(MONTH)))
                .expectException(RecordedRefusal.class);
    }

    @Test
    void shorterPeriod_waitsOutTheOldOne() {
        fixture.givenNoPriorActivity().when(period(WEEK, NOON)).expectEvents(changed(MONTH, WEEK, NOON.plus(MONTH)));
    }

    /** Its time was taken before it waited for its turn. */
    @Test
    void shorterPeriod_waitsOutTheOldOne_fromWhenItIsRecorded() {
        Instant recorded = NOON.plusSeconds(30);
        fixture.givenCurrentTime(recorded)
                .andGiven(changed(MONTH, WEEK, NOON.plus(MONTH)))
                .when(issue(NOON.plus(MONTH), NOON.plus(MONTH).plus(WEEK)))
                .expectException(RecordedRefusal.class)
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .givenCurrentTime(recorded)
                .andGiven(changed(MONTH, WEEK, NOON.plus(MONTH)))
                .when(issue(recorded.plus(MONTH), recorded.plus(MONTH).plus(WEEK)))
                .expectEvents(issued("flu", recorded.plus(MONTH).plus(WEEK), WEEK));
    }

    @Test
    void notice_mustLeaveTheOldPeriod_untilTheShorterOneHolds() {
        Instant holds = NOON.plus(MONTH);
        fixture.givenCurrentTime(NOON)
                .andGiven(changed(MONTH, WEEK, holds))
                .when(issue(holds.minusMillis(1), holds.plus(WEEK)))
                .expectException(RecordedRefusal.class)
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .givenCurrentTime(NOON)
                .andGiven(changed(MONTH, WEEK, holds))
                .when(issue(holds, holds.plus(WEEK)))
                .expectEvents(issued("flu", holds.plus(WEEK), WEEK));
    }

    @Test
    void longerPeriod_takesThePlaceOfAShorterOneThatWaits() {
        Instant longAfter = NOON.plus(MONTH.multipliedBy(12));
        fixture.given(changed(MONTH, WEEK, NOON.plus(MONTH)), changed(MONTH, MONTH.multipliedBy(2), null))
                .when(issue(longAfter, longAfter.plus(MONTH)))
                .expectException(RecordedRefusal.class);
    }

    @Test
    void samePeriod_givesNoEvent_whetherItHoldsOrWaits() {
        fixture.givenCurrentTime(NOON)
                .andGiven(changed(MONTH, WEEK, NOON.plus(MONTH)))
                .when(period(WEEK, NOON.plusSeconds(1)))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .givenCurrentTime(NOON)
                .andGiven(changed(MONTH, WEEK, NOON.plus(MONTH)))
                .when(period(WEEK, NOON.plus(MONTH)))
                .expectNoEvents();
    }

    @Test
    void waitingShorterPeriod_isTakenBack_byThePresentOne() {
        fixture.given(changed(MONTH, WEEK, NOON.plus(MONTH)))
                .when(period(MONTH, NOON.plusSeconds(1)))
                .expectEvents(changed(MONTH, MONTH, null));
    }

    @Test
    void firstPeriod_staysAsTheFirstNoticeHadIt_whateverIsSetLater() {
        fixture.given(issued(null, NOON.plus(MONTH.multipliedBy(2)), MONTH.multipliedBy(2)))
                .when(issue(NOON, NOON.plus(MONTH)))
                .expectException(RecordedRefusal.class);
    }

    @Test
    void service_isAdded_whenItsNoticeHasRun() {
        fixture.given(issued("flu", NOON, MONTH))
                .when(add("flu", CODES, NOON))
                .expectEvents(new ServiceAdded("flu", CODES, "n1", OLU));
    }

    @Test
    void service_isRefused_whileItsNoticeRuns() {
        fixture.given(issued("flu", NOON, MONTH))
                .when(add("flu", CODES, NOON.minusNanos(1000)))
                .expectException(RecordedRefusal.class)
                .expectNoEvents();
    }

    @Test
    void service_isRefused_withoutANoticeOfItsOwn() {
        fixture.givenNoPriorActivity().when(add("flu", CODES, NOON)).expectException(HttpProblem.class);
        for (String other : new String[] {"shingles", ""}) {
            new AggregateTestFixture<>(Programme.class)
                    .given(issued(other.isEmpty() ? null : other, NOON, MONTH))
                    .when(add("flu", CODES, NOON))
                    .expectException(HttpProblem.class)
                    .expectNoEvents();
        }
    }

    @Test
    void service_givesNoEvent_whenItIsThereAlready_andIsRefusedWithOtherCodes() {
        ServiceAdded flu = new ServiceAdded("flu", CODES, "n1", OLU);
        fixture.given(issued("flu", NOON, MONTH), flu)
                .when(add("flu", CODES, NOON))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .given(issued("flu", NOON, MONTH), flu)
                .when(add("flu", List.of("1577321000000200"), NOON))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void service_isRefused_whenOneOfItsCodesNamesAnother() {
        fixture.given(issued("flu", NOON, MONTH))
                .when(add("flu", List.of("1577321000000100", "1659121000000101"), NOON))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void safeguard_isChanged_onceForEachMode() {
        RulesChanged off = new RulesChanged("units", null, "off", null, OLU);
        fixture.givenNoPriorActivity()
                .when(new ChangeSafeguard(ProgrammeCommand.STREAM, OLU, "units", "off"))
                .expectEvents(off);
        new AggregateTestFixture<>(Programme.class)
                .given(off)
                .when(new ChangeSafeguard(ProgrammeCommand.STREAM, OLU, "units", "off"))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .given(off)
                .when(new ChangeSafeguard(ProgrammeCommand.STREAM, OLU, "units", "flag"))
                .expectEvents(new RulesChanged("units", "off", "flag", null, OLU));
    }
}
