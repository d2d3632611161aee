package io.consentry.filing.rejectitem;

import io.consentry.filing.item.RejectionReason;
import io.consentry.filing.keepcontent.WrittenNote;
import io.consentry.web.nhsnumber.NhsNumberInText;
import io.consentry.web.problem.ProblemType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why to keep an item out of the record. */
record RejectionRequest(
        @Schema(description = "The sender is told; not-our-patient and wrong-patient oblige them to correct it")
        @NotNull RejectionReason reason,

        @Schema(
                description = "What was wrong, in words for the sender, without an NHS number. They are kept with the"
                        + " content; the sender reads them unless the practice has switched notes to senders off")
        @Nullable @Size(max = 280) String note) {

    /** The words, which may leave the practice; absent where nothing was written. */
    @Nullable WrittenNote written() {
        if (note != null && NhsNumberInText.isFoundIn(note)) {
            throw ProblemType.BAD_REQUEST.because("note may not hold an NHS number.");
        }
        return WrittenNote.ofNullable(note);
    }

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "RejectionRequest[" + reason + "]";
    }
}
