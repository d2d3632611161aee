package io.consentry.filing.item;

import static io.consentry.filing.item.Samples.file;
import static io.consentry.filing.item.Samples.filed;
import static io.consentry.filing.item.Samples.received;
import static io.consentry.filing.item.Samples.reject;
import static io.consentry.filing.item.Samples.rejected;
import static io.consentry.filing.item.Samples.replace;
import static io.consentry.filing.item.Samples.replaced;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemTest {

    private static final List<Integer> NONE = List.of();
    private static final List<Integer> PRESSING = List.of(2);

    private final FixtureConfiguration<Item> item = new AggregateTestFixture<>(Item.class);

    @Test
    void file_filesAllOfIt_whenPressingFlagsAreAcknowledged() {
        item.given(received()).when(file(0, NONE, PRESSING)).expectEvents(filed(NONE));
    }

    @Test
    void file_answersWithTheNewVersion_forTheCallerToWaitFor() {
        item.given(received()).when(file(0, NONE, PRESSING)).expectResultMessagePayload(1L);
    }

    @Test
    void file_filesTheRest_whenEntriesAreExcluded() {
        item.given(received()).when(file(0, List.of(4, 1, 4), PRESSING)).expectEvents(filed(List.of(1, 4)));
    }

    @Test
    void file_isRefused_whenAPressingFlagIsNotAcknowledged() {
        assertRefused(
                item.given(received()).when(file(0, NONE, List.of(1))), new Refusal.FlagsNotAcknowledged(List.of(2)));
    }

    @Test
    void file_isRefused_forEntriesAndFlagsThatItDoesNotHave() {
        assertRefused(item.given(received()).when(file(0, List.of(6), PRESSING)), new Refusal.NoSuchPart(List.of(6)));
        assertRefused(item.given(received()).when(file(0, List.of(0), PRESSING)), new Refusal.NoSuchPart(List.of(0)));
        assertRefused(item.given(received()).when(file(0, NONE, List.of(2, 3))), new Refusal.NoSuchPart(List.of(3)));
    }

    @Test
    void file_isRefused_whenNothingWouldBeFiled() {
        assertRefused(
                item.given(received()).when(file(0, List.of(1, 2, 3, 4, 5), PRESSING)), new Refusal.NothingToFile());
    }

    @Test
    void reject_rejectsWithReason_whenPending() {
        item.given(received()).when(reject(0)).expectEvents(rejected());
    }

    @Test
    void replace_replaces_whenPending() {
        item.given(received()).when(replace(Samples.PRACTICE)).expectEvents(replaced());
    }

    @Test
    void replace_changesNothing_whenSentForAnotherPractice() {
        item.given(received()).when(replace("Z00002")).expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyAct_isRefused_whenDecidedBefore(ItemEvent decision, ItemStatus status) {
        Refusal refusal = new Refusal.AlreadyDecided(status);
        assertRefused(item.given(received(), decision).when(file(1, NONE, PRESSING)), refusal);
        assertRefused(item.given(received(), decision).when(reject(1)), refusal);
        item.given(received(), decision).when(replace(Samples.PRACTICE)).expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyAct_isRefusedAsStale_whenAnOlderVersionWasSeen(ItemEvent decision, ItemStatus status) {
        Refusal refusal = new Refusal.StaleVersion(1);
        assertRefused(item.given(received(), decision).when(file(0, NONE, PRESSING)), refusal);
        assertRefused(item.given(received(), decision).when(reject(0)), refusal);
    }

    @Test
    void everyAct_isRefusedAsStale_whenAVersionWasSeenThatDoesNotExist() {
        assertRefused(item.given(received()).when(file(7, NONE, PRESSING)), new Refusal.StaleVersion(0));
        assertRefused(item.given(received()).when(reject(-1)), new Refusal.StaleVersion(0));
    }

    @Test
    void file_isRefused_forAnotherPractice() {
        assertRefused(
                item.given(received()).when(file("Z00002", 0, NONE, PRESSING, null)),
                new Refusal.NotThisPracticesItem());
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(filed(NONE), ItemStatus.FILED),
                Arguments.of(filed(List.of(1)), ItemStatus.FILED_WITH_CHANGES),
                Arguments.of(rejected(), ItemStatus.REJECTED),
                Arguments.of(replaced(), ItemStatus.REPLACED));
    }

    private static void assertRefused(ResultValidator<Item> result, Refusal refusal) {
        result.expectNoEvents();
        result.expectException(new CustomMatcher<ActRefused>(refusal.toString()) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof ActRefused refused && refused.refusal().equals(refusal);
            }
        });
    }
}
