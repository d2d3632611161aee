package io.consentry.consent.keepevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void of_sortsMembersByCodeUnits_asRfc8785Says() {
        // The order of the example in RFC 8785, section 3.2.3.
        Map<String, Object> members = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void of_escapesOnlyWhatMustBe() {
        assertThat(CanonicalJson.of(Map.of("t", "\u20ac$\u000f\nA'B\"\\\"/")))
                .isEqualTo("{\"t\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\"}");
    }

    @Test
    void of_writesNumbersNullsAndObjects() {
        Map<String, Object> members = new HashMap<>();
        members.put("z", null);
        members.put("a", Map.of("n", 12L, "b", true));

        assertThat(CanonicalJson.of(members)).isEqualTo("{\"a\":{\"b\":true,\"n\":12},\"z\":null}");
    }

    @Test
    void of_refusesHalfACharacter() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("t", "\ud83d"))).isInstanceOf(IllegalArgumentException.class);
    }
}
