package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReviewersAtOnceTest {

    private final String practice = SentMessage.anyPractice();

    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void oneWinsAndTheOthersAreTold_whenReviewersActAtOnce(int reviewers) throws Exception {
        String item = SentMessage.to(practice).send();
        Reviewer.at(practice).awaitItem(item);

        List<Integer> answers = allAtOnce(item, reviewers);

        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(200), Stream.generate(() -> 412).limit(reviewers - 1L))
                                .toList());
        assertThat(Database.asRuntime(
                        "select string_agg(event_name, ' ' order by stream_sequence) from stored_event"
                                + " where stream_id = ?",
                        item))
                .isIn("ItemReceived ItemFiled", "ItemReceived ItemRejected");
    }

    private List<Integer> allAtOnce(String item, int reviewers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(reviewers);
        try {
            List<Future<Integer>> answers = pool.invokeAll(IntStream.range(0, reviewers)
                    .<Callable<Integer>>mapToObj(i -> () -> act(item, i))
                    .toList());
            return answers.stream().map(ReviewersAtOnceTest::get).toList();
        } finally {
            pool.shutdown();
        }
    }

    private int act(String item, int who) {
        Reviewer reviewer = Reviewer.named("reviewer-" + who, practice);
        return who % 2 == 0
                ? reviewer.file(item, "\"0\"", "{\"note\": \"mine\"}").statusCode()
                : reviewer.reject(item, "\"0\"", "{\"reason\": \"other\"}").statusCode();
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
