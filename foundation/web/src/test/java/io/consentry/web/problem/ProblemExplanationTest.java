package io.consentry.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemExplanationTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyType_saysWhatItMeans_andWhatToDo(ProblemType type) {
        assertThat(ProblemExplanation.of(type))
                .as("add %s.meaning and %s.remedy to explanations.properties", type.slug(), type.slug())
                .hasValueSatisfying(text -> {
                    assertThat(text.meaning()).endsWith(".");
                    assertThat(text.remedy()).endsWith(".");
                });
    }
}
