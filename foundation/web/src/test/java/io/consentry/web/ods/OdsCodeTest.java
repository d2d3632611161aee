package io.consentry.web.ods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsCodeTest {

    @Test
    void takesACodeAsItIsPublished() {
        assertThat(OdsCode.fromString("FQW30")).hasToString("FQW30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1", "a1234", "A(*)", "A123456789012", "Z00001 "})
    void refusesAnythingElse_asTheCallersMistake(String code) {
        assertThatThrownBy(() -> OdsCode.fromString(code))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(400));
    }
}
