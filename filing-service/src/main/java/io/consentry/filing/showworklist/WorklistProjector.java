package io.consentry.filing.showworklist;

import static java.util.Objects.requireNonNull;

import io.consentry.eventstore.Gathered;
import io.consentry.eventstore.GathersWrites;
import io.consentry.eventstore.ShownSoFar;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.FilingRetracted;
import io.consentry.filing.item.ItemAssigned;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemRecalled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.ItemWithdrawn;
import io.consentry.filing.item.NewerDocumentReceived;
import io.consentry.filing.item.NoteAdded;
import io.consentry.filing.item.RecallConfirmed;
import io.consentry.filing.item.RejectionReason;
import io.consentry.filing.item.WithdrawalAsked;
import io.consentry.filing.showworklist.ShownChanges.Change;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Keeps {@code worklist_item}, in the transaction of the events themselves or in that of its own position.
 *
 * <p>Each row carries the version it shows: an event that was applied before changes nothing, and an event of an item
 * without a row is an error, because it would be a decision nobody sees. The events of a transaction are applied to their
 * rows here and written together.
 */
@Singleton
@RegisterForReflection
public class WorklistProjector implements GathersWrites, ShownSoFar {

    private final Gathered<Step> gathered = new Gathered<>();
    private final Gathered<ProjectedItem> looked = new Gathered<>();
    private final Shown shown;

    @Inject
    WorklistProjector(ShownVersions shown) {
        this(shown::afterCommit);
    }

    private WorklistProjector(Shown shown) {
        this.shown = shown;
    }

    /** One that tells nobody: for a table that is not shown yet. */
    public static WorklistProjector unwatched() {
        return new WorklistProjector((transaction, change) -> {});
    }

    @EventHandler
    void on(ItemReceived event, @SequenceNumber long version) {
        gather(event, version, item -> item.received(event));
    }

    @EventHandler
    void on(ItemFiled event, @SequenceNumber long version) {
        gather(event, version, item -> item.decided(event.status(), event.by(), event.at(), event.finalFrom(), false));
    }

    @EventHandler
    void on(ItemRejected event, @SequenceNumber long version) {
        boolean breach = isPossibleBreach(event.reason());
        gather(
                event,
                version,
                item -> item.decided(ItemStatus.REJECTED, event.by(), event.at(), event.finalFrom(), breach));
    }

    @EventHandler
    void on(ItemReplaced event, @SequenceNumber long version) {
        gather(event, version, item -> item.decided(ItemStatus.REPLACED, null, event.at(), null, false));
    }

    @EventHandler
    void on(ItemWithdrawn event, @SequenceNumber long version) {
        gather(event, version, item -> item.decided(ItemStatus.WITHDRAWN, null, event.at(), null, false));
    }

    @EventHandler
    void on(WithdrawalAsked event, @SequenceNumber long version) {
        gather(event, version, item -> item.withdrawalAsked = event.reason());
    }

    @EventHandler
    void on(DecisionUndone event, @SequenceNumber long version) {
        gather(event, version, item -> item.undecided(event.backTo(), false));
    }

    @EventHandler
    void on(FilingRetracted event, @SequenceNumber long version) {
        boolean breach = isPossibleBreach(event.reason());
        gather(event, version, item -> item.undecided(event.backTo(), breach));
    }

    @EventHandler
    void on(ItemAssigned event, @SequenceNumber long version) {
        gather(event, version, item -> item.assignee = event.to());
    }

    @EventHandler
    void on(ItemRecalled event, @SequenceNumber long version) {
        gather(event, version, item -> item.openRecalls++);
    }

    @EventHandler
    void on(RecallConfirmed event, @SequenceNumber long version) {
        gather(event, version, item -> item.openRecalls--);
    }

    @EventHandler
    void on(NoteAdded event, @SequenceNumber long version) {
        gather(event, version, WorklistProjector::onlyItsVersion);
    }

    @EventHandler
    void on(NewerDocumentReceived event, @SequenceNumber long version) {
        gather(event, version, WorklistProjector::onlyItsVersion);
    }

    private static void onlyItsVersion(ProjectedItem item) {
        // nothing that a line shows
    }

    private static boolean isPossibleBreach(String reason) {
        return RejectionReason.of(reason)
                .map(RejectionReason::meansAPossibleBreach)
                .orElse(false);
    }

    private void gather(ItemEvent event, long version, Consumer<ProjectedItem> change) {
        gathered.add(new Step(event, version, change));
    }

    /** What is read here is at hand when it is written. */
    @Override
    public Set<String> rightUpTo(Connection transaction, Map<String, Long> next) throws SQLException {
        Map<String, ProjectedItem> items = WorklistTable.loadToWriteAhead(transaction, next.keySet());
        items.values().forEach(looked::add);
        return items.values().stream()
                .filter(item -> item.version + 1 == requireNonNull(next.get(item.itemId)))
                .map(item -> item.itemId)
                .collect(Collectors.toSet());
    }

    @Override
    public void write(Connection transaction) throws SQLException {
        List<Step> steps = gathered.take();
        Map<String, ProjectedItem> items = knownBefore(transaction, steps);
        Map<String, ProjectedItem> changed = new LinkedHashMap<>();
        List<Step> applied = new ArrayList<>();
        for (Step step : steps) {
            ProjectedItem item = items.computeIfAbsent(step.event().itemId(), id -> step.newItem());
            if (item.version < step.version()) {
                step.change().accept(item);
                item.version = step.version();
                changed.put(item.itemId, item);
                applied.add(step);
            }
        }
        WorklistTable.write(transaction, changed.values());
        for (Step step : applied) {
            ItemEvent event = step.event();
            shown.tell(transaction, new Change(event.practice(), event.itemId(), step.version()));
        }
    }

    @Override
    public void forget() {
        gathered.take();
    }

    /** The items whose first event is not among these, by id. */
    private Map<String, ProjectedItem> knownBefore(Connection transaction, List<Step> steps) throws SQLException {
        Map<String, ProjectedItem> known = new HashMap<>();
        looked.take().forEach(item -> known.put(item.itemId, item));
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> received = new HashSet<>();
        for (Step step : steps) {
            (step.isFirst() ? received : unknown).add(step.event().itemId());
        }
        unknown.removeAll(received);
        unknown.removeAll(known.keySet());
        known.putAll(WorklistTable.load(transaction, unknown));
        return known;
    }

    /** What an event does to its item's row. */
    private record Step(ItemEvent event, long version, Consumer<ProjectedItem> change) {

        boolean isFirst() {
            return event instanceof ItemReceived;
        }

        ProjectedItem newItem() {
            if (!isFirst()) {
                throw new IllegalStateException("An event came for item " + event.itemId() + ", which has no row");
            }
            return new ProjectedItem(event.itemId());
        }
    }

    /** Who is told of a row that was written. */
    @FunctionalInterface
    private interface Shown {
        void tell(Connection transaction, Change change);
    }
}
