package io.consentry.filing.item;

import static io.consentry.filing.item.Samples.confirmRecall;
import static io.consentry.filing.item.Samples.file;
import static io.consentry.filing.item.Samples.filed;
import static io.consentry.filing.item.Samples.recall;
import static io.consentry.filing.item.Samples.recallConfirmed;
import static io.consentry.filing.item.Samples.recalled;
import static io.consentry.filing.item.Samples.received;
import static io.consentry.filing.item.Samples.rejected;
import static io.consentry.filing.item.Samples.replaced;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecalledItemTest {

    private final FixtureConfiguration<Item> item = new AggregateTestFixture<>(Item.class);

    static Stream<List<ItemEvent>> everyState() {
        return Stream.of(
                List.of(received()),
                List.of(received(), filed(List.of())),
                List.of(received(), filed(List.of(1))),
                List.of(received(), rejected()),
                List.of(received(), replaced()),
                List.of(received(), Samples.withdrawn()));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void recall_findsTheItem_inEveryState_onceOnly(List<ItemEvent> past) {
        item.given(past).when(recall(Samples.PRACTICE)).expectEvents(recalled());
        item.given(past)
                .andGiven(recalled())
                .when(recall(Samples.PRACTICE))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        item.given(past).when(recall("Z00002")).expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void confirm_isPossibleInEveryState_onceOnly(List<ItemEvent> past) {
        item.given(past)
                .andGiven(recalled())
                .when(confirmRecall(Samples.PRACTICE))
                .expectEvents(recallConfirmed());
        item.given(past)
                .andGiven(recalled(), recallConfirmed())
                .when(confirmRecall(Samples.PRACTICE))
                .expectNoEvents();
    }

    @Test
    void confirm_isRefused_whereTheRecallDidNotFindTheItem_orForAnotherPractice() {
        item.given(received())
                .when(confirmRecall(Samples.PRACTICE))
                .expectException(refusal(new Refusal.NotRecalled()));
        item.given(received(), recalled())
                .when(confirmRecall("Z00002"))
                .expectException(refusal(new Refusal.NotThisPracticesItem()));
    }

    @Test
    void file_isRefusedAsStale_forAReviewerWhoSawTheItemBeforeTheRecall() {
        item.given(received(), recalled())
                .when(file(0, List.of(), List.of(2)))
                .expectException(refusal(new Refusal.StaleVersion(1)));
        item.given(received(), recalled()).when(file(1, List.of(), List.of(2))).expectEvents(filed(List.of()));
    }

    private static CustomMatcher<ActRefused> refusal(Refusal refusal) {
        return new CustomMatcher<>(refusal.toString()) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof ActRefused refused && refused.refusal().equals(refusal);
            }
        };
    }
}
