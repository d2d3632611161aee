package io.consentry.filing.remindofunread;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** When a message has been lying unread for too long. */
@ConfigMapping(prefix = "filing.unread")
public interface UnreadConfig {

    /** How many working days a message may lie there without anybody looking at it. */
    @WithDefault("1")
    int workingDays();

    /**
     * Days on which practices are closed beside weekends; where none is given, England's bank holidays of the years
     * known here. Source: GOV.UK, bank holidays in England and Wales.
     */
    @WithDefault("2026-01-01,2026-04-03,2026-04-06,2026-05-04,2026-05-25,2026-08-31,2026-12-25,2026-12-28,"
            + "2027-01-01,2027-03-26,2027-03-29,2027-05-03,2027-05-31,2027-08-30,2027-12-27,2027-12-28")
    Set<LocalDate> bankHolidays();

    /** Between two looks. One read of an index. */
    @WithDefault("1m")
    Duration lookEvery();
}
