package io.consentry.filing.recallitems;

import io.consentry.filing.indexcodes.CodeIndex;
import io.consentry.filing.telltime.AskedTime;
import io.consentry.web.nhsnumber.NhsNumberInText;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to recall: all that is given must hold, and something besides times must be given. */
record RecallRequest(
        @Schema(description = "SNOMED CT or dm+d codes, any of which stands in some entry", examples = "[\"77386006\"]")
        @Nullable @Size(max = 200) List<@NotNull @Pattern(regexp = CodeIndex.FINDABLE) String> codes,

        @Schema(description = "ODS code of the sender") @Nullable OdsCode pharmacy,

        @Schema(description = "A name of the sender's system, as its messages give it")
        @Nullable @Size(min = 1, max = 256) @Pattern(regexp = RecallRequest.WORDS) String system,

        @Schema(description = "Key of the service") @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}") String service,

        @Schema(description = "Received then or later") @Nullable Instant from,

        @Schema(description = "Received before; where absent, before now") @Nullable Instant to,

        @Schema(description = "For the practices, in at most 280 characters and without an NHS number")
        @NotBlank @Size(max = 280) @Pattern(regexp = RecallRequest.WORDS) String reason) {

    /** No control characters, and no half of a surrogate pair. */
    static final String WORDS = "[^\\p{Cc}\\p{Cs}]*";

    RecallCriteria criteria(Instant now) {
        List<String> wanted = codes == null ? List.of() : codes;
        if (wanted.isEmpty() && pharmacy == null && system == null && service == null) {
            throw ProblemType.BAD_REQUEST.because("Give codes, pharmacy, system or service.");
        }
        if (NhsNumberInText.isFoundIn(reason)) {
            throw ProblemType.BAD_REQUEST.because("reason may not hold an NHS number.");
        }
        Instant until = to == null || to.isAfter(now) ? now : AskedTime.required("to", to);
        if (from != null) {
            AskedTime.required("from", from);
        }
        if (from != null && !from.isBefore(until)) {
            throw ProblemType.BAD_REQUEST.because("from is before to.");
        }
        return new RecallCriteria(
                wanted.stream().distinct().sorted().toList(),
                pharmacy == null ? null : pharmacy.value(),
                system,
                service,
                from,
                until);
    }
}
