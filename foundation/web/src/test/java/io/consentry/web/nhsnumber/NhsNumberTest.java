package io.consentry.web.nhsnumber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "9990000026", "9434765919", "9990000042"})
    void isRight_withItsCheckDigit(String number) {
        assertThat(NhsNumber.hasItsCheckDigit(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000019", "4857773456", "", "999000001", "99900000180", "999000001X", "٩٩٩٠٠٠٠٠١٨"})
    void isWrong_otherwise(String number) {
        assertThat(NhsNumber.hasItsCheckDigit(number)).isFalse();
    }
}
