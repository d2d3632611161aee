package io.consentry.filing.showitem;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Flag;
import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.showworklist.WorklistItem;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An item as a reviewer reads it. */
@Schema(name = "Item")
public record ItemPage(
        String id,

        @Schema(description = "What If-Match must name to act on it")
        long version,

        ItemStatus status,

        @Schema(description = "Key of the service", examples = "pharmacy-first")
        String service,

        @Schema(description = "A safeguard calls for a look the same day")
        boolean urgent,

        Instant receivedAt,
        Pharmacy pharmacy,

        @Schema(description = "Position of the consent event that let the message in")
        long decisionPosition,

        @Schema(
                description =
                        "Whether the practice has opted out since: the item was received while it was opted in, by"
                                + " the decision at decisionPosition. Absent where the consent service did not say")
        @Nullable Boolean receivedWhileOptedIn,

        @Schema(description = "Recalls that found it and that the practice has not confirmed yet; see the history")
        int openRecalls,

        @Schema(description = "Rejected or retracted as another person's, so somebody's details may have gone astray")
        boolean possibleBreach,

        @Schema(description = "Hex SHA-256 of the message as received")
        String contentHash,

        @Schema(description = "The item that this one replaces") @Nullable String replaces,

        @Schema(description = "Who was asked to decide") @Nullable String assignee,

        @Schema(description = "What became of the item that this one replaces; absent where it replaces none") @Nullable ItemStatus replacedStatus,

        @Schema(description = "Why the pharmacy took the message back after somebody had decided; absent unless it did")
        @Nullable String withdrawalAsked,

        @Schema(
                description =
                        "Until then anybody who decides at the practice may undo it; the sender hears of it afterwards")
        @Nullable Instant finalFrom,

        @Schema(description = "How it is filed where the reviewer says nothing else; absent where it is not pending")
        @Nullable FilingDefaults filingDefaults,

        @Schema(description = "Whether the content was erased; then everything below is absent but the history")
        boolean erased,

        @Schema(
                description =
                        "Whether the content is kept but cannot be opened; then everything below is absent but the"
                                + " history, and the item can be rejected only")
        boolean unreadable,

        @Nullable String title,

        @Schema(description = "Date of the consultation, with the precision that was sent") @Nullable String date,

        @Nullable Patient patient,
        @Nullable Practitioner practitioner,

        @Schema(description = "Every part that can be filed or left out, in the order in which one reads them")
        List<ItemEntry> entries,

        List<Flag> flags,

        @Schema(description = "What else was sent about the encounter")
        List<Detail> details,

        @Schema(description = "FHIR paths of what the message holds and this page does not show; see the original")
        List<String> notRead,

        @Schema(description = "What happened to the item, oldest first")
        List<ItemHistory> history,

        @Schema(description = "Where the message as received is", examples = "/practices/Z00001/items/0190/original")
        String original) {

    public static ItemPage of(ReviewedItem reviewed, Settings settled) {
        WorklistItem item = reviewed.item();
        Consultation told = reviewed.consultation();
        return new ItemPage(
                item.itemId(),
                item.version(),
                item.status(),
                item.service(),
                item.urgent(),
                item.receivedAt(),
                told == null ? new Pharmacy(item.pharmacy(), null) : told.pharmacy(),
                item.decisionPosition(),
                reviewed.optedOutSince(),
                item.openRecalls(),
                item.possibleBreach(),
                item.contentHash(),
                item.replaces(),
                item.assignee(),
                item.replacedStatus(),
                item.withdrawalAsked(),
                item.finalFrom(),
                item.isPending() ? FilingDefaults.of(reviewed, settled) : null,
                told == null && !reviewed.content().unreadable(),
                reviewed.content().unreadable(),
                told == null ? null : told.title(),
                told == null ? null : told.date(),
                told == null ? null : told.patient(),
                told == null ? null : told.practitioner(),
                told == null ? List.of() : ItemEntry.inReadingOrder(reviewed, told),
                told == null ? List.of() : told.flags(),
                told == null ? List.of() : told.details(),
                told == null ? List.of() : told.notRead(),
                ItemHistory.allOf(reviewed),
                "/practices/" + item.practice() + "/items/" + item.itemId() + "/original");
    }

    /** The page with its version as entity tag. */
    public RestResponse<ItemPage> answer() {
        return RestResponse.ResponseBuilder.ok(this)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ItemPage[" + id + "]";
    }
}
