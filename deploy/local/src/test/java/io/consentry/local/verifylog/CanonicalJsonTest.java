package io.consentry.local.verifylog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** As bytes it is a question mark: a text that was altered so would have the hash of the one that has such a mark. */
    @ParameterizedTest
    @ValueSource(strings = {"Stop\\ud800", "Stop\\udc00", "\\ud800\\ud800\\udc00", "\\udc00\\ud800", "\\ud800now"})
    void halfALetter_hasNoForm(String text) {
        assertThatThrownBy(() -> written("{\"note\":\"" + text + "\"}")).isInstanceOf(IOException.class);
    }

    @Test
    void wholeLetter_isWrittenAsItself() throws IOException {
        assertThat(written("{\"note\":\"Stop\\ud83d\\uded1?\"}")).isEqualTo("{\"note\":\"Stop\ud83d\uded1?\"}");
    }

    private static String written(String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        StringBuilder out = new StringBuilder();
        CanonicalJson.write(CanonicalJson.read(bytes, bytes.length), out);
        return out.toString();
    }
}
