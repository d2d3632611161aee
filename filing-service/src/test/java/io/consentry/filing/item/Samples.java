package io.consentry.filing.item;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item's past and what people try with it. */
final class Samples {

    static final String ITEM = "0199b1f0-0000-7000-8000-000000000001";
    static final String NEWER = "0199b1f0-0000-7000-8000-000000000002";
    static final String PRACTICE = "Z00001";
    static final Instant RECEIVED = Instant.parse("2026-03-02T09:30:00.123456Z");
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00.000001Z");
    static final Duration UNDO_TIME = Duration.ofMinutes(2);
    static final Actor ADA = new Actor("ada", "Ada Example", "practice", PRACTICE);
    static final Actor OPERATOR = new Actor("olga", "Olga Example", "operator", "X00001");
    static final String RECALL = "0199b1f0-0000-7000-8000-00000000000a";
    static final int ENTRIES = 5;
    static final int FLAGS = 2;

    private Samples() {}

    /** Five entries; the second of two flags presses. */
    static ItemReceived received() {
        return new ItemReceived(
                ITEM,
                PRACTICE,
                "FQW30",
                "pharmacy-first",
                RECEIVED,
                12,
                true,
                ENTRIES,
                FLAGS,
                List.of(2),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                null,
                1);
    }

    static ItemFiled filed(List<Integer> excluded) {
        return new ItemFiled(ITEM, PRACTICE, excluded, List.of(2), true, null, null, ADA, NOW, NOW.plus(UNDO_TIME));
    }

    static ItemRejected rejected() {
        return new ItemRejected(ITEM, PRACTICE, "wrong-patient", "note-1", ADA, NOW, NOW.plus(UNDO_TIME));
    }

    static ItemReplaced replaced() {
        return new ItemReplaced(ITEM, PRACTICE, NEWER, NOW);
    }

    static NewerDocumentReceived newerDocument() {
        return new NewerDocumentReceived(ITEM, PRACTICE, NEWER, NOW);
    }

    static ItemWithdrawn withdrawn() {
        return new ItemWithdrawn(ITEM, PRACTICE, "wrong-patient", NOW);
    }

    static WithdrawalAsked withdrawalAsked() {
        return new WithdrawalAsked(ITEM, PRACTICE, "wrong-patient", NOW);
    }

    static WithdrawItem withdraw(String practice) {
        return new WithdrawItem(ITEM, practice, "wrong-patient", NOW);
    }

    static DecisionUndone undone(String backTo) {
        return new DecisionUndone(ITEM, PRACTICE, backTo, ADA, NOW);
    }

    static FilingRetracted retracted(String backTo) {
        return new FilingRetracted(ITEM, PRACTICE, "clinically-wrong", backTo, "note-1", ADA, NOW.plus(UNDO_TIME));
    }

    static ItemRecalled recalled() {
        return new ItemRecalled(ITEM, PRACTICE, RECALL, List.of(3), OPERATOR, NOW);
    }

    static RecallConfirmed recallConfirmed() {
        return new RecallConfirmed(ITEM, PRACTICE, RECALL, "corrected", ADA, NOW);
    }

    static RecallItem recall(String practice) {
        return new RecallItem(ITEM, practice, RECALL, List.of(3), OPERATOR, NOW);
    }

    static ConfirmRecall confirmRecall(String practice) {
        return new ConfirmRecall(ITEM, practice, RECALL, RecallOutcome.CORRECTED, ADA, NOW);
    }

    static ItemAssigned assigned(@Nullable String to) {
        return new ItemAssigned(ITEM, PRACTICE, to, ADA, NOW);
    }

    static NoteAdded noteAdded() {
        return new NoteAdded(ITEM, PRACTICE, "note-1", ADA, NOW);
    }

    static UndoDecision undo(long seen, Instant at) {
        return new UndoDecision(ITEM, PRACTICE, seen, ADA, at);
    }

    /** After the time to undo. */
    static RetractFiling retract(long seen) {
        return retract(seen, NOW.plus(UNDO_TIME));
    }

    static RetractFiling retract(long seen, Instant at) {
        return new RetractFiling(ITEM, PRACTICE, seen, RejectionReason.CLINICALLY_WRONG, "note-1", ADA, at);
    }

    static AssignItem assign(long seen, @Nullable String to) {
        return new AssignItem(ITEM, PRACTICE, seen, to, ADA, NOW);
    }

    static AddNote addNote(long seen) {
        return new AddNote(ITEM, PRACTICE, seen, "note-1", ADA, NOW);
    }

    static FileItem file(long seen, List<Integer> exclude, List<Integer> acknowledge) {
        return file(PRACTICE, seen, exclude, acknowledge, null);
    }

    static FileItem file(
            String practice, long seen, List<Integer> exclude, List<Integer> acknowledge, @Nullable String noteId) {
        return new FileItem(ITEM, practice, seen, true, exclude, acknowledge, true, null, noteId, ADA, NOW, UNDO_TIME);
    }

    static RejectItem reject(long seen) {
        return new RejectItem(ITEM, PRACTICE, seen, RejectionReason.WRONG_PATIENT, "note-1", ADA, NOW, UNDO_TIME);
    }

    static ReplaceItem replace(String practice) {
        return new ReplaceItem(ITEM, practice, NEWER, NOW);
    }
}
