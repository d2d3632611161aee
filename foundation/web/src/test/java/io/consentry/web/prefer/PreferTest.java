package io.consentry.web.prefer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return=minimal",
                " Return = minimal ",
                "return=\"minimal\"",
                "respond-async, wait=10, return=minimal; foo=bar",
                "return=minimal, return=representation"
            })
    void minimal_isHeeded(String header) {
        assertThat(Prefer.minimal(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "return=representation",
                "return=representation, return=minimal",
                "return=minimalist",
                "return=",
                "return",
                "no-return=minimal",
                "return=\"minimal"
            })
    void anythingElse_isNot(String header) {
        assertThat(Prefer.minimal(List.of(header))).isFalse();
    }

    @Test
    void severalLines_areOneList() {
        assertThat(Prefer.minimal(List.of("wait=1", "return=minimal"))).isTrue();
        assertThat(Prefer.minimal(List.of())).isFalse();
    }
}
