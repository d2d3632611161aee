package io.consentry.ingest.readmessage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    static Stream<String> endless() {
        return Stream.of(
                "1e100",
                "-1.5E+999999999",
                "1e-999999999",
                "1e0000000999",
                "1." + "0".repeat(60) + "e9999",
                "1e\u0669\u0669\u0669\u0669",
                "\u0661e999",
                "9".repeat(5_000),
                "0." + "3".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void endlessNumber_isBeyondMeasure(String text) {
        assertThat(Numbers.isBeyondMeasure(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "38.2",
                "-1.5e-12",
                "1e99",
                "1e000012",
                "2026-03-02T09:30:00+00:00",
                "file999",
                "e999",
                "urn:uuid:7f1d6e4a-0000-4000-8000-00000000e999",
                "12345678-1234-4234-8234-12345678e123",
                "+44 20 7946 0999",
                "9434765919",
                "e",
                "1e",
                "1e+"
            })
    void whatPeopleWrite_isNot(String text) {
        assertThat(Numbers.isBeyondMeasure(text)).isFalse();
    }
}
