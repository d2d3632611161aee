package io.consentry.filing.settle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.consentry.consultation.EntryKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a practice's worklist works. */
public record Settings(
        @Schema(description = "For how many seconds a decision can be undone before the sender is told")
        @NotNull @Min(1) @Max(86_400) Long undoSeconds,

        @Schema(
                description = "Whether several items that a reviewer has opened, and that hold no flags, red flags or"
                        + " requested actions, may be filed in one act")
        @NotNull Boolean bulkFiling,

        @Schema(description = "Whether the patient sees online what is filed, where the reviewer does not say") @NotNull Boolean patientVisible,

        @Schema(
                description =
                        "E-mail address to which pharmacies deliver consultations that are refused here; absent for"
                                + " the usual way",
                examples = "records@practice.example")
        @Size(max = 254) @Pattern(regexp = "[^\\s@\\p{C}]{1,64}@[^\\s@\\p{C}]{1,189}") @Nullable String fallbackAddress,

        @Schema(
                description = "Whether senders read the words beside a rejection, as they do until somebody settles"
                        + " otherwise. That a message was rejected, and the listed reason, they are always told."
                        + " Absent in a change to leave it as it is")
        @Nullable Boolean notesToSenders,

        @Schema(
                description = "Kinds of entry that are filed where the reviewer does not say what to leave out, by key"
                        + " of the service; of a service that is not named here, every kind is. Absent in a change to leave it"
                        + " as it is",
                examples = "{\"blood-pressure-check\": [\"observation\", \"attachment\"]}")
        @Nullable @Size(max = 100) Map<@NotNull @Pattern(regexp = "[a-z0-9-]{1,64}") String, @NotNull List<@NotNull EntryKind>> preTicked) {

    /** Whether an entry of this kind is filed where nobody says otherwise. */
    public boolean files(String service, EntryKind kind) {
        List<EntryKind> kinds = Objects.requireNonNull(preTicked).get(service);
        return kinds == null || kinds.contains(kind);
    }

    /** For how long a decision can be undone. */
    @JsonIgnore
    public Duration undoTime() {
        return Duration.ofSeconds(Objects.requireNonNull(undoSeconds));
    }
}
