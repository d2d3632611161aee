package io.consentry.filing.fileitem;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
        @Nullable Boolean patientVisible) {

    static final FilingRequest BY_DEFAULT = new FilingRequest(null, null, null, null);

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "FilingRequest[withheld]";
    }
}
