package io.consentry.filing.remindofunread;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Working days in England: Monday to Friday but for bank holidays, from midnight to midnight where practices are. What
 * comes on any other day has come when the next working day begins.
 */
final class WorkingDays {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Set<LocalDate> bankHolidays;

    WorkingDays(Set<LocalDate> bankHolidays) {
        this.bankHolidays = Set.copyOf(bankHolidays);
    }

    /** Whatever came at this instant or before has lain for at least so many working days now. */
    Instant before(Instant now, int days) {
        ZonedDateTime moment = now.atZone(ENGLAND);
        if (!isWorked(moment.toLocalDate())) {
            // As at the last midnight that ended a working day.
            moment = endOfLastWorkingDay(moment.toLocalDate());
            return back(moment, days - 1).toInstant();
        }
        return back(moment, days).toInstant();
    }

    private ZonedDateTime back(ZonedDateTime moment, int days) {
        ZonedDateTime earlier = moment;
        for (int left = days; left > 0; left--) {
            LocalDate day = earlier.toLocalDate().minusDays(1);
            while (!isWorked(day)) {
                day = day.minusDays(1);
            }
            earlier = day.atTime(earlier.toLocalTime()).atZone(ENGLAND);
        }
        return earlier;
    }

    /** The start of the last working day before: what came until then has lain through all of that day. */
    private ZonedDateTime endOfLastWorkingDay(LocalDate free) {
        LocalDate day = free.minusDays(1);
        while (!isWorked(day)) {
            day = day.minusDays(1);
        }
        return day.atStartOfDay(ENGLAND);
    }

    private boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.contains(day);
    }
}
