package io.consentry.filing.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An item as one would explain it to somebody: a few variables and no events. */
final class ItemModel {

    String status = "pending";
    long version;

    @Nullable String assignee;

    @Nullable Instant finalFrom;

    @Nullable String overtaken;

    final Map<String, Boolean> recalls = new HashMap<>();

    /** Whether the act changes the item; the model is changed accordingly. */
    boolean tries(Object command) {
        boolean changes = changes(command);
        version += changes ? 1 : 0;
        return changes;
    }

    private boolean changes(Object command) {
        if (command instanceof ItemCommand act && act.seenVersion() != version) {
            return false;
        }
        if (command instanceof FileItem file) {
            return isPending() && decided(file.exclude().isEmpty() ? "filed" : "filed-with-changes", file.at());
        }
        if (command instanceof RejectItem reject) {
            return isPending() && decided("rejected", reject.at());
        }
        if (command instanceof UndoDecision undo) {
            return finalFrom != null && undo.at().isBefore(finalFrom) && undecided();
        }
        if (command instanceof RetractFiling retract) {
            return status.startsWith("filed")
                    && finalFrom != null
                    && !retract.at().isBefore(finalFrom)
                    && undecided();
        }
        if (command instanceof AssignItem assign) {
            boolean news = isPending() && !Objects.equals(assignee, assign.to());
            assignee = isPending() ? assign.to() : assignee;
            return news;
        }
        if (command instanceof ReplaceItem) {
            return overtakenBy("replaced");
        }
        if (command instanceof WithdrawItem) {
            boolean again = "withdrawn".equals(overtaken) || (finalFrom == null && !isPending());
            return !again && overtakenBy("withdrawn");
        }
        if (command instanceof RecallItem recall) {
            return recalls.putIfAbsent(recall.recallId(), false) == null;
        }
        if (command instanceof ConfirmRecall confirm) {
            return recalls.containsKey(confirm.recallId()) && !recalls.put(confirm.recallId(), true);
        }
        return true;
    }

    private boolean isPending() {
        return status.equals("pending");
    }

    private boolean decided(String as, Instant at) {
        status = as;
        finalFrom = at.plus(Samples.UNDO_TIME);
        return true;
    }

    private boolean undecided() {
        status = overtaken == null ? "pending" : overtaken;
        finalFrom = null;
        overtaken = null;
        return true;
    }

    private boolean overtakenBy(String what) {
        if (isPending()) {
            status = what;
        } else {
            overtaken = what;
        }
        return true;
    }
}
