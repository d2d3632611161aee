package io.consentry.consent.decide;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesHoldNoNhsNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9990000018",
                "about 999 000 0018, please",
                "999-000-0018",
                "two 12 9990000018",
                "999\u00a0000\u00a00018",
                "\u0669\u0669\u0669\u0660\u0660\u0660\u0660\u0660\u0661\u0668"
            })
    void note_isRefused_whenItHoldsAnNhsNumber(String note) {
        assertThatThrownBy(() -> NotesHoldNoNhsNumber.check(note)).isInstanceOf(HttpProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreed at the partners' meeting of 1 July 2026",
                "9990000019",
                "call 07700 900123",
                "reference 99900000181",
                ""
            })
    void note_isTaken_whenItHoldsNone(String note) {
        assertThatCode(() -> NotesHoldNoNhsNumber.check(note)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "half \ud83d", "bell \u0007"})
    void note_isRefused_whenItCannotBeKept(String note) {
        assertThatThrownBy(() -> NotesHoldNoNhsNumber.check(note)).isInstanceOf(HttpProblem.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {281, 5000})
    void note_isRefused_whenItIsTooLong(int length) {
        assertThatThrownBy(() -> NotesHoldNoNhsNumber.check("x".repeat(length))).isInstanceOf(HttpProblem.class);
    }
}
