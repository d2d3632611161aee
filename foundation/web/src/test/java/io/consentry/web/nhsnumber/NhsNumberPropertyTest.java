package io.consentry.web.nhsnumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NhsNumberPropertyTest {

    @Property
    void atMostOneDigit_completesNine(@ForAll @IntRange(max = 999_999_999) int nine) {
        assertThat(completions(nine)).hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void oneWrongDigit_isFound(
            @ForAll @IntRange(max = 999_999_999) int nine,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        for (int digit : completions(nine)) {
            char[] number = number(nine, digit).toCharArray();
            number[place] = (char) ('0' + (number[place] - '0' + shift) % 10);
            assertThat(NhsNumber.hasItsCheckDigit(new String(number))).isFalse();
        }
    }

    @Property
    void anExchangeOfNeighbours_isFound(
            @ForAll @IntRange(max = 999_999_999) int nine, @ForAll @IntRange(max = 8) int left) {
        for (int digit : completions(nine)) {
            char[] number = number(nine, digit).toCharArray();
            char kept = number[left];
            number[left] = number[left + 1];
            number[left + 1] = kept;
            assertThat(NhsNumber.hasItsCheckDigit(new String(number))).isEqualTo(number[left] == number[left + 1]);
        }
    }

    private static int[] completions(int nine) {
        return IntStream.range(0, 10)
                .filter(digit -> NhsNumber.hasItsCheckDigit(number(nine, digit)))
                .toArray();
    }

    private static String number(int nine, int digit) {
        return String.format(Locale.ROOT, "%09d%d", nine, digit);
    }
}
