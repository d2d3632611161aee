package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReviewersAtOnceTest {

    private final String practice = SentMessage.anyPractice();

    @ParameterizedTest
    @CsvSource({"2, true", "20, true", "2, false", "20, false"})
    void oneWinsAndTheOthersAreTold_whenReviewersActAtOnce(int reviewers, boolean withNotes) throws Exception {
        String item = SentMessage.to(practice).send();
        Reviewer.at(practice).awaitItem(item);

        List<Integer> answers = allAtOnce(reviewers, who -> act(item, who, withNotes ? ", \"note\": \"mine\"" : ""));

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

    @Test
    void whoeverIsTooLate_isTheOnlyOneRefused_whenManyActAtOnceOnDifferentItems() throws Exception {
        Reviewer.giveAnHourToUndo(practice);
        List<String> items = IntStream.range(0, 24)
                .mapToObj(number -> SentMessage.to(practice).send())
                .toList();
        items.forEach(Reviewer.at(practice)::awaitItem);
        for (int number = 0; number < 8; number++) {
            assertThat(act(items.get(number), 0, "")).isEqualTo(200);
        }
        for (String item : items.subList(0, 4)) {
            assertThat(Database.change("delete from outcome_to_tell where item_id = ?", item))
                    .isEqualTo(1);
        }

        List<Integer> answers = allAtOnce(24, who -> who < 8 ? undo(items.get(who)) : act(items.get(who), who, ""));

        assertThat(answers.subList(0, 4)).containsOnly(409);
        assertThat(answers.subList(4, 24)).containsOnly(200);
    }

    @Test
    void eachActsUnderTheSettingsOfTheirOwnPractice_whenManyActAtOnce() throws Exception {
        String other = SentMessage.anyPractice();
        Reviewer.giveAnHourToUndo(practice);
        List<String> theirs = IntStream.range(0, 16)
                .mapToObj(number -> number % 2 == 0 ? practice : other)
                .toList();
        List<String> items =
                theirs.stream().map(ods -> SentMessage.to(ods).send()).toList();
        IntStream.range(0, 16).forEach(who -> Reviewer.at(theirs.get(who)).awaitItem(items.get(who)));

        List<Integer> answers = allAtOnce(16, who -> Reviewer.at(theirs.get(who))
                .file(items.get(who), "\"0\"", "{}")
                .statusCode());

        assertThat(answers).containsOnly(200);
        List<String> secondsToUndo = new ArrayList<>();
        for (String item : items) {
            secondsToUndo.add(Database.asRuntime(
                    "select extract(epoch from final_from - decided_at)::int::text from worklist_item where item_id = ?",
                    item));
        }
        assertThat(secondsToUndo)
                .containsExactlyElementsOf(theirs.stream()
                        .map(ods -> ods.equals(practice) ? "3600" : "1")
                        .toList());
    }

    private int undo(String item) {
        return Reviewer.at(practice)
                .asking()
                .header("If-Match", "\"1\"")
                .post("/practices/" + practice + "/items/" + item + "/undo")
                .statusCode();
    }

    private static List<Integer> allAtOnce(int reviewers, IntUnaryOperator act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(reviewers);
        try {
            List<Future<Integer>> answers = pool.invokeAll(IntStream.range(0, reviewers)
                    .<Callable<Integer>>mapToObj(i -> () -> act.applyAsInt(i))
                    .toList());
            return answers.stream().map(ReviewersAtOnceTest::get).toList();
        } finally {
            pool.shutdown();
        }
    }

    private int act(String item, int who, String more) {
        Reviewer reviewer = Reviewer.named("reviewer-" + who, practice);
        return who % 2 == 0
                ? reviewer.file(item, "\"0\"", "{\"patientVisible\": true" + more + "}")
                        .statusCode()
                : reviewer.reject(item, "\"0\"", "{\"reason\": \"other\"" + more + "}")
                        .statusCode();
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
