package io.consentry.web.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void required_givesTheVersion_ofAnEntityTag() {
        assertThat(IfMatch.required(" \"12\" ")).isEqualTo(12);
    }

    @Test
    void required_refuses_noHeader() {
        assertThatThrownBy(() -> IfMatch.required(null))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(428));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "W/\"12\"", "\"1\", \"2\"", "\"1", "*"})
    void required_refuses_whatIsNotOneStrongTag(String header) {
        assertThatThrownBy(() -> IfMatch.required(header))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"abc\"", "\"1234567890123456789\"", "\"-2\""})
    void aTagThatIsNoneOfOurs_isAVersionNothingHas(String header) {
        assertThat(IfMatch.required(header)).isEqualTo(-1);
        assertThat(IfMatch.optional(header)).isEqualTo(-1);
    }

    @Test
    void optional_isNothing_withoutHeaderOrForAnyVersion() {
        assertThat(IfMatch.optional(null)).isNull();
        assertThat(IfMatch.optional("*")).isNull();
    }
}
