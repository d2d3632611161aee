package io.consentry.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTest {

    @Test
    void keepsAWellFormedId() {
        assertThat(RequestId.orNew("abc-123")).isEqualTo("abc-123");
    }

    @Test
    void makesANewOne_forAnIdThatCouldBreakALogLine() {
        assertThat(RequestId.orNew("a\nb")).matches("[0-9a-f-]{36}");
        assertThat(RequestId.orNew("x".repeat(65))).matches("[0-9a-f-]{36}");
        assertThat(RequestId.orNew(null)).matches("[0-9a-f-]{36}");
    }
}
