package io.consentry.filing.showitem;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Flag;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.keepcontent.Readable;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item with its content opened.
 *
 * @param content what the pharmacy told
 * @param notes texts by note id
 * @param optedOutSince of a pending item, whether its practice has opted out since; absent where nobody says, or asked
 */
public record ReviewedItem(
        WorklistItem item,
        Readable<Consultation> content,
        List<HistoryEntry> history,
        Map<String, String> notes,
        @Nullable Boolean optedOutSince) {

    /** The same item with what became of it since. */
    ReviewedItem as(WorklistItem now, List<HistoryEntry> happened, Map<String, String> written) {
        return new ReviewedItem(now, content, happened, written, null);
    }

    /** The same item, and whether its practice has opted out since. */
    ReviewedItem marked(@Nullable Boolean optedOut) {
        return new ReviewedItem(item, content, history, notes, optedOut);
    }

    /** What the pharmacy told; absent when it was erased or cannot be opened. */
    public @Nullable Consultation consultation() {
        return content.content();
    }

    /** Whether a person can be shown what the pharmacy told. */
    public boolean isReadable() {
        return consultation() != null;
    }

    /**
     * The same item, for whoever needs what the pharmacy told.
     *
     * @throws HttpProblem 409 where it is kept and cannot be opened now, 404 only where it was erased
     */
    public ReviewedItem readable() {
        if (content.unreadable()) {
            throw ProblemType.CONTENT_UNREADABLE.because("The item's content is kept and cannot be opened now.");
        }
        if (!isReadable()) {
            throw ProblemType.NOT_FOUND.because("The item's content was erased.");
        }
        return this;
    }

    /** Entries in the order of the message; none where nobody can read them. */
    public List<Entry> entries() {
        Consultation told = consultation();
        return told == null ? List.of() : told.entries();
    }

    /** The entries' ids: events count them from 1. */
    public List<String> entryIds() {
        return ids(entries(), Entry::id);
    }

    /** Flags in the order in which they were raised: events count them from 1. */
    public List<String> flagIds() {
        Consultation told = consultation();
        return ids(told == null ? List.of() : told.flags(), Flag::id);
    }

    /** The entries that the filing in force left out; none where the item is not filed. */
    List<String> excludedEntryIds() {
        if (item.status() != ItemStatus.FILED_WITH_CHANGES) {
            return List.of();
        }
        return history.stream()
                .map(entry -> entry.excluded)
                .flatMap(Stream::ofNullable)
                .reduce((earlier, later) -> later)
                .map(numbers -> named(numbers, entryIds()))
                .orElse(List.of());
    }

    /** The filing in force; absent where the item is not filed. */
    public Optional<FilingInForce> filing() {
        return history.stream()
                .filter(entry -> entry.what.equals(item.status().word()) && entry.excluded != null)
                .reduce((earlier, later) -> later)
                .map(entry -> new FilingInForce(
                        entry.id.version(),
                        Objects.requireNonNull(entry.actorId),
                        Objects.requireNonNullElse(entry.actorName, entry.actorId),
                        entry.at,
                        excludedEntryIds(),
                        !Boolean.FALSE.equals(entry.patientVisible)));
    }

    /** The ids of these numbers; a number of content that nobody can read has none. */
    static List<String> named(Integer[] numbers, List<String> ids) {
        return IntStream.range(0, numbers.length)
                .map(place -> numbers[place] - 1)
                .filter(index -> index < ids.size())
                .mapToObj(ids::get)
                .toList();
    }

    private static <T> List<String> ids(List<T> parts, Function<T, String> id) {
        return parts.stream().map(id).toList();
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ReviewedItem[" + item.itemId() + "]";
    }
}
