package io.consentry.filing.showworklist;

import io.consentry.filing.askconsent.OptOuts;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.keepcontent.ItemSummary;
import io.consentry.filing.keepcontent.Readable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the worklist. */
public record WorklistRow(
        String id,
        ItemStatus status,

        @Schema(description = "Key of the service", examples = "pharmacy-first")
        String service,

        @Schema(description = "ODS code of the sender", examples = "FQW30")
        String pharmacy,

        Instant receivedAt,

        @Schema(description = "What If-Match must name to act on it")
        long version,

        @Schema(description = "A safeguard calls for a look the same day")
        boolean urgent,

        @Schema(description = "How many flags the safeguards raised")
        int flags,

        @Schema(description = "Position of the consent event that let the message in")
        long decisionPosition,

        @Schema(
                description =
                        "Whether the practice has opted out since, so that the item was received while it was opted"
                                + " in. Absent where the consent service did not say")
        @Nullable Boolean receivedWhileOptedIn,

        @Schema(description = "Recalls that found it and that the practice has not confirmed yet")
        int openRecalls,

        @Schema(description = "Rejected or retracted as another person's, so somebody's details may have gone astray")
        boolean possibleBreach,

        @Schema(description = "Who was asked to decide") @Nullable String assignee,

        @Schema(description = "What became of the item that this one replaces; absent where it replaces none") @Nullable ItemStatus replacedStatus,

        @Schema(description = "Why the pharmacy took the message back after somebody had decided; absent unless it did")
        @Nullable String withdrawalAsked,

        @Schema(description = "Absent when the content was erased or cannot be opened") @Nullable Person patient,

        @Schema(description = "Texts under the heading red flags, as sent")
        List<String> redFlags,

        @Schema(description = "Texts under the heading plan and requested actions, as sent")
        List<String> requestedActions,

        @Schema(description = "Whether the line has the beginnings of very long words only; the item has all of them")
        boolean shortened,

        @Schema(description = "Whether the content is kept but cannot be opened; such an item can be rejected only")
        boolean unreadable) {

    static WorklistRow of(WorklistItem item, Readable<ItemSummary> readable, OptOuts optOuts) {
        ItemSummary summary = readable.content();
        return new WorklistRow(
                item.itemId(),
                item.status(),
                item.service(),
                item.pharmacy(),
                item.receivedAt(),
                item.version(),
                item.urgent(),
                item.flags(),
                item.decisionPosition(),
                item.isPending() ? optOuts.of(item.service()) : null,
                item.openRecalls(),
                item.possibleBreach(),
                item.assignee(),
                item.replacedStatus(),
                item.withdrawalAsked(),
                summary == null ? null : new Person(summary.name(), summary.nhsNumber(), summary.birthDate()),
                summary == null ? List.of() : summary.redFlags(),
                summary == null ? List.of() : summary.requestedActions(),
                summary != null && summary.shortened(),
                readable.unreadable());
    }

    /** The patient, as far as a line shows. */
    public record Person(
            @Nullable String name,
            @Nullable String nhsNumber,
            @Nullable String birthDate) {

        /** Prints nothing of the patient. */
        @Override
        public String toString() {
            return "Person[withheld]";
        }
    }
}
