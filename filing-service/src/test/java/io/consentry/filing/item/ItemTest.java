package io.consentry.filing.item;

import static io.consentry.filing.item.Samples.addNote;
import static io.consentry.filing.item.Samples.assign;
import static io.consentry.filing.item.Samples.assigned;
import static io.consentry.filing.item.Samples.file;
import static io.consentry.filing.item.Samples.filed;
import static io.consentry.filing.item.Samples.newerDocument;
import static io.consentry.filing.item.Samples.noteAdded;
import static io.consentry.filing.item.Samples.received;
import static io.consentry.filing.item.Samples.reject;
import static io.consentry.filing.item.Samples.rejected;
import static io.consentry.filing.item.Samples.replace;
import static io.consentry.filing.item.Samples.replaced;
import static io.consentry.filing.item.Samples.retract;
import static io.consentry.filing.item.Samples.retracted;
import static io.consentry.filing.item.Samples.undo;
import static io.consentry.filing.item.Samples.undone;
import static io.consentry.filing.item.Samples.withdraw;
import static io.consentry.filing.item.Samples.withdrawalAsked;
import static io.consentry.filing.item.Samples.withdrawn;

import java.time.Instant;
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
    private static final Instant LAST_MOMENT =
            Samples.NOW.plus(Samples.UNDO_TIME).minusNanos(1000);

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
        assertRefused(item.given(received(), decision).when(assign(1, "bob")), refusal);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyAct_isRefusedAsStale_whenAnOlderVersionWasSeen(ItemEvent decision, ItemStatus status) {
        Refusal refusal = new Refusal.StaleVersion(1);
        assertRefused(item.given(received(), decision).when(file(0, NONE, PRESSING)), refusal);
        assertRefused(item.given(received(), decision).when(reject(0)), refusal);
        assertRefused(item.given(received(), decision).when(assign(0, "bob")), refusal);
        assertRefused(item.given(received(), decision).when(undo(0, Samples.NOW)), refusal);
        assertRefused(item.given(received(), decision).when(addNote(0)), refusal);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void replace_leavesTheDecisionAlone_andSaysThatANewerDocumentCame(ItemEvent decision, ItemStatus status) {
        item.given(received(), decision).when(replace(Samples.PRACTICE)).expectEvents(newerDocument());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void addNote_isPossible_inEveryState(ItemEvent decision, ItemStatus status) {
        item.given(received()).when(addNote(0)).expectEvents(noteAdded());
        item.given(received(), decision).when(addNote(1)).expectEvents(noteAdded());
    }

    @Test
    void undo_makesTheItemPendingAgain_withinTheTime() {
        item.given(received(), filed(NONE)).when(undo(1, LAST_MOMENT)).expectEvents(undoneAt(LAST_MOMENT, "pending"));
        item.given(received(), rejected()).when(undo(1, Samples.NOW)).expectEvents(undone("pending"));
        item.given(received(), filed(NONE), undone("pending"))
                .when(file(2, NONE, PRESSING))
                .expectEvents(filed(NONE));
    }

    @Test
    void undo_leavesTheOlderDocumentReplaced_whenANewerOneCameMeanwhile() {
        item.given(received(), filed(NONE), newerDocument())
                .when(undo(2, Samples.NOW))
                .expectEvents(undone("replaced"));
        assertRefused(
                item.given(received(), filed(NONE), newerDocument(), undone("replaced"))
                        .when(file(3, NONE, PRESSING)),
                new Refusal.AlreadyDecided(ItemStatus.REPLACED));
    }

    @Test
    void undo_isRefused_whenThereIsNothingToUndoOrTheTimeIsOver() {
        Refusal refusal = new Refusal.CannotBeUndone();
        assertRefused(item.given(received()).when(undo(0, Samples.NOW)), refusal);
        assertRefused(item.given(received(), replaced()).when(undo(1, Samples.NOW)), refusal);
        assertRefused(item.given(received(), filed(NONE)).when(undo(1, Samples.NOW.plus(Samples.UNDO_TIME))), refusal);
        assertRefused(item.given(received(), filed(NONE), undone("pending")).when(undo(2, Samples.NOW)), refusal);
    }

    @Test
    void withdraw_takesTheItemOutOfReach_whenPending() {
        item.given(received()).when(withdraw(Samples.PRACTICE)).expectEvents(withdrawn());
        item.given(received()).when(withdraw("Z00002")).expectNoEvents();
        item.given(received(), withdrawn()).when(withdraw(Samples.PRACTICE)).expectNoEvents();
        item.given(received(), replaced()).when(withdraw(Samples.PRACTICE)).expectNoEvents();
    }

    @Test
    void withdraw_asksThePractice_whenAPersonHasDecided_once() {
        item.given(received(), filed(NONE)).when(withdraw(Samples.PRACTICE)).expectEvents(withdrawalAsked());
        item.given(received(), filed(NONE), withdrawalAsked())
                .when(withdraw(Samples.PRACTICE))
                .expectNoEvents();
    }

    @Test
    void undo_leavesTheItemWithdrawn_whenThePharmacyTookItBackMeanwhile() {
        item.given(received(), filed(NONE), withdrawalAsked())
                .when(undo(2, Samples.NOW))
                .expectEvents(undone("withdrawn"));
        assertRefused(
                item.given(received(), filed(NONE), withdrawalAsked(), undone("withdrawn"))
                        .when(file(3, NONE, PRESSING)),
                new Refusal.AlreadyDecided(ItemStatus.WITHDRAWN));
    }

    @Test
    void retract_makesTheItemPendingAgain_onceTheFilingIsFinal() {
        item.given(received(), filed(NONE)).when(retract(1)).expectEvents(retracted("pending"));
        item.given(received(), filed(List.of(1)), newerDocument())
                .when(retract(2))
                .expectEvents(retracted("replaced"));
        item.given(received(), filed(NONE), retracted("pending"))
                .when(file(2, NONE, PRESSING))
                .expectEvents(filed(NONE));
    }

    @Test
    void retract_isRefused_whereNothingIsFiledForGood() {
        Refusal refusal = new Refusal.CannotBeRetracted();
        assertRefused(item.given(received(), filed(NONE)).when(retract(1, LAST_MOMENT)), refusal);
        assertRefused(item.given(received()).when(retract(0)), refusal);
        assertRefused(item.given(received(), rejected()).when(retract(1)), refusal);
        assertRefused(item.given(received(), replaced()).when(retract(1)), refusal);
        assertRefused(item.given(received(), filed(NONE), retracted("pending")).when(retract(2)), refusal);
    }

    @Test
    void assign_asksSomebody_onceOnly() {
        item.given(received()).when(assign(0, "bob")).expectEvents(assigned("bob"));
        item.given(received(), assigned("bob")).when(assign(1, "bob")).expectNoEvents();
        item.given(received(), assigned("bob")).when(assign(1, null)).expectEvents(assigned(null));
        item.given(received()).when(assign(0, null)).expectNoEvents();
    }

    private static DecisionUndone undoneAt(Instant at, String backTo) {
        return new DecisionUndone(Samples.ITEM, Samples.PRACTICE, backTo, Samples.ADA, at);
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
                Arguments.of(replaced(), ItemStatus.REPLACED),
                Arguments.of(withdrawn(), ItemStatus.WITHDRAWN));
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
