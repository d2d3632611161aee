package io.consentry.gateway.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-30                                        | 30 Jun 2026",
                "2026-06-30T23:30:00Z                              | 1 Jul 2026, 00:30",
                "2026-06-30T23:30:00.123+01:00                     | 30 Jun 2026, 23:30",
                "2026-12-31T23:30:00-01:00                         | 1 Jan 2027, 00:30",
                "2026-06-30T23:30:00                               | 30 Jun 2026, 23:30",
                "2026-06-30T23:30:00Z to 2026-07-02T08:05:00Z      | 1 Jul 2026, 00:30 to 2 Jul 2026, 09:05",
                "2026-06-30 to 2026-07-02                          | 30 Jun 2026 to 2 Jul 2026",
                "2026-06 to 2026-07-02                             | 2026-06 to 2 Jul 2026",
                "from 2026-06-30T23:30:00Z                         | from 1 Jul 2026, 00:30",
                "until 2026-07-02                                  | until 2 Jul 2026",
            })
    void timeInAMessage_isTheOneInLondon_withEveryEndOfAPeriod(String sent, String read) {
        assertThat(Times.told(sent)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-06",
                "2026-06-31",
                "2026-06-30T25:00:00Z",
                "Twice",
                "2 to 3 times in 1 d",
                "T",
                "+999999999-12-31T23:59:59-18:00"
            })
    void whatIsNoTime_isReadAsItStands(String sent) {
        assertThat(Times.told(sent)).isEqualTo(sent);
        assertThat(Times.day(sent)).isEqualTo(sent);
    }

    @Test
    void plainDate_isItsDay() {
        assertThat(Times.day("1952-03-01")).isEqualTo("1 Mar 1952");
        assertThat(Times.day(null)).isEmpty();
        assertThat(Times.told(null)).isEmpty();
    }
}
