package io.consentry.ingest.checkmessage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnomedIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"77386006", "60001007", "1577041000000109", "2129921000000100", "24549911000001107"})
    void isRight_withItsCheckDigit(String id) {
        assertThat(SnomedId.hasItsCheckDigit(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"77386007", "", "0", "00077386006", "7738600x", "1234567890123456789", "-77386006"})
    void isWrong_otherwise(String id) {
        assertThat(SnomedId.hasItsCheckDigit(id)).isFalse();
    }

    @Property
    void oneDigitOfTen_completesAnyStem(@ForAll @LongRange(min = 10_000, max = 99_999_999_999_999_999L) long stem) {
        assertThat(IntStream.range(0, 10).filter(digit -> SnomedId.hasItsCheckDigit(stem + "" + digit)))
                .hasSize(1);
    }

    @Property
    void anExchangeOfNeighbours_isFound(
            @ForAll @LongRange(min = 10_000, max = 99_999_999_999_999_999L) long stem,
            @ForAll @IntRange(max = 15) int at) {
        char[] id = complete(stem).toCharArray();
        int left = at % (id.length - 1);
        char kept = id[left];
        id[left] = id[left + 1];
        id[left + 1] = kept;

        assertThat(SnomedId.hasItsCheckDigit(new String(id))).isEqualTo(id[left] == id[left + 1]);
    }

    @Property
    void oneWrongDigit_isFound(
            @ForAll @LongRange(min = 10_000, max = 99_999_999_999_999_999L) long stem,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        char[] id = complete(stem).toCharArray();
        int place = at % id.length;
        id[place] = (char) ('0' + (id[place] - '0' + shift) % 10);

        assertThat(SnomedId.hasItsCheckDigit(new String(id))).isFalse();
    }

    private static String complete(long stem) {
        for (int digit = 0; digit < 10; digit++) {
            if (SnomedId.hasItsCheckDigit(stem + "" + digit)) {
                return stem + "" + digit;
            }
        }
        throw new AssertionError("no digit completes " + stem);
    }
}
