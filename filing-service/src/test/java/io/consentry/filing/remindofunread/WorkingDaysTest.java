package io.consentry.filing.remindofunread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** Easter 2026: Good Friday is the 3rd of April, Easter Monday the 6th. */
    private static final WorkingDays DAYS =
            new WorkingDays(Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06")));

    @ParameterizedTest(name = "at {0} what came by {1} has lain for a working day")
    @CsvSource({
        // Tuesday to Wednesday
        "2026-03-11T10:00, 2026-03-10T10:00",
        // over a weekend: Monday looks back to Friday
        "2026-03-16T10:00, 2026-03-13T10:00",
        // at the weekend: what came before Friday began has lain through Friday
        "2026-03-14T23:00, 2026-03-13T00:00",
        "2026-03-15T01:00, 2026-03-13T00:00",
        // over Easter: Tuesday looks back to Thursday
        "2026-04-07T09:00, 2026-04-02T09:00",
        "2026-04-06T09:00, 2026-04-02T00:00",
        // the clocks go forward on Sunday the 29th of March
        "2026-03-30T10:00, 2026-03-27T10:00",
    })
    void before_looksBackOneWorkingDay(String now, String before) {
        assertThat(DAYS.before(london(now), 1)).isEqualTo(london(before));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-16T10:00, 2026-03-12T10:00", "2026-03-15T10:00, 2026-03-12T00:00"})
    void before_looksBackTwo(String now, String before) {
        assertThat(DAYS.before(london(now), 2)).isEqualTo(london(before));
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toInstant();
    }
}
