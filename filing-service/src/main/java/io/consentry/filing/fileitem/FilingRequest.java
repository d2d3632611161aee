package io.consentry.filing.fileitem;

import io.consentry.filing.item.HeldBackReason;
import io.consentry.filing.showitem.FilingDefaults;
import io.consentry.web.problem.ProblemType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to file an item. What is absent is done as the practice has settled; where it has settled nothing, all is filed. */
record FilingRequest(
        @Schema(
                description =
                        "Ids of the entries to leave out of the record, an empty list for none; where absent, as the"
                                + " practice has settled")
        @Nullable @Size(max = 1000) List<@NotNull String> exclude,

        @Schema(description = "Ids of the flags that you have seen and file in spite of") @Nullable @Size(max = 1000) List<@NotNull String> acknowledge,

        @Schema(description = "For your colleagues; it is kept with the content and goes to nobody else")
        @Nullable @Size(max = 4000) String note,

        @Schema(description = "Whether the patient may see it online; where absent, as the practice has settled")
        @Nullable Boolean patientVisible,

        @Schema(description = "Why it is held back from the patient's online view; only where it is") @Nullable HeldBackReason heldBackReason) {

    static final FilingRequest BY_DEFAULT = new FilingRequest(null, null, null, null, null);

    boolean isPatientVisible(FilingDefaults defaults) {
        return Objects.requireNonNullElse(patientVisible, defaults.patientVisible());
    }

    /** Why the patient does not see it; absent where they do. */
    @Nullable HeldBackReason heldBack(FilingDefaults defaults) {
        if (isPatientVisible(defaults)) {
            if (heldBackReason != null) {
                throw ProblemType.BAD_REQUEST.because("heldBackReason goes with patientVisible false.");
            }
            return null;
        }
        if (heldBackReason != null) {
            return heldBackReason;
        }
        return patientVisible == null ? defaults.heldBack() : HeldBackReason.NOT_SAID;
    }

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "FilingRequest[withheld]";
    }
}
