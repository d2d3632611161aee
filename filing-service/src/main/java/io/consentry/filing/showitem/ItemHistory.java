package io.consentry.filing.showitem;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an item. */
record ItemHistory(
        @Schema(description = "The item's version after it") long version,

        @Schema(
                description = "What happened",
                examples = {
                    "received",
                    "filed",
                    "filed-with-changes",
                    "rejected",
                    "replaced",
                    "newer-document",
                    "withdrawn",
                    "withdrawal-asked",
                    "undone",
                    "retracted",
                    "recalled",
                    "recall-confirmed",
                    "assigned",
                    "note"
                })
        String what,

        Instant at,

        @Schema(description = "Who did it; absent where nobody's act was needed") @Nullable Person by,

        @Schema(description = "Why, in a listed word; of a filing, why the patient does not see it") @Nullable String reason,

        @Nullable String note,

        @Schema(description = "Ids of the entries left out") @Nullable List<String> excluded,

        @Schema(description = "Ids of the flags acknowledged") @Nullable List<String> acknowledged,

        @Schema(description = "The item this one replaces, or was replaced by") @Nullable String otherItem,

        @Schema(description = "Who was asked to decide; absent where nobody in particular") @Nullable String assignee,

        @Schema(description = "Whether the patient may see what was filed") @Nullable Boolean patientVisible,

        @Schema(description = "The recall that found the item, or that the practice confirmed") @Nullable String recall,

        @Schema(description = "Ids of the entries that the recall found") @Nullable List<String> entries) {

    static List<ItemHistory> allOf(ReviewedItem reviewed) {
        return reviewed.history().stream()
                .map(entry -> ItemHistory.of(entry, reviewed))
                .toList();
    }

    static ItemHistory of(HistoryEntry entry, ReviewedItem reviewed) {
        String actor = entry.actorId;
        Integer[] excluded = entry.excluded;
        Integer[] acknowledged = entry.acknowledged;
        Integer[] entries = entry.entries;
        String noteId = entry.noteId;
        return new ItemHistory(
                entry.id.version(),
                entry.what,
                entry.at,
                actor == null ? null : new Person(actor, entry.actorName, entry.actorRole),
                entry.reason,
                noteId == null ? null : reviewed.notes().get(noteId),
                excluded == null ? null : ReviewedItem.named(excluded, reviewed.entryIds()),
                acknowledged == null ? null : ReviewedItem.named(acknowledged, reviewed.flagIds()),
                entry.otherItem,
                entry.assignee,
                entry.patientVisible,
                entry.recallId,
                entries == null ? null : ReviewedItem.named(entries, reviewed.entryIds()));
    }

    /** All that happened to an item, oldest first. */
    @Schema(name = "ItemHistoryPage")
    record Page(List<ItemHistory> history) {

        static Page of(ReviewedItem reviewed) {
            return new Page(ItemHistory.allOf(reviewed));
        }
    }

    /** Whoever did it, as they were named at the time. */
    @Schema(name = "ActingPerson")
    record Person(
            String id, @Nullable String name, @Nullable String role) {}
}
