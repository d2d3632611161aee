package io.consentry.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void namesItsPage_status_andItkCode() {
        HttpProblem problem = ProblemType.PRACTICE_OPTED_OUT.because("Send it another way.");

        assertThat(problem.getType()).hasToString("/problems/practice-opted-out");
        assertThat(problem.getStatusCode()).isEqualTo(409);
        assertThat(problem.getParameters()).containsEntry("itkCode", "20010");
    }

    @Test
    void everySlug_findsItsType() {
        assertThat(Arrays.stream(ProblemType.values()))
                .allSatisfy(type -> assertThat(ProblemType.bySlug(type.slug())).contains(type));
    }

    @Test
    void aStatusOfALibrary_getsATypeOfTheSameStatus() {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 502, 503, 504}) {
            assertThat(ProblemType.forStatus(status).status()).isEqualTo(status);
        }
    }

    @Test
    void whatMayPass_saysWhenToAskAgain_andNothingElseDoes() {
        assertThat(Arrays.stream(ProblemType.values())
                        .filter(type -> type.because("It is so.").getHeaders().containsKey("Retry-After")))
                .containsExactly(ProblemType.UPSTREAM_INVALID, ProblemType.UNAVAILABLE, ProblemType.NO_ANSWER_IN_TIME);
    }
}
