package io.consentry.consent.listorganisations;

import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the directory shall say. */
@Schema(name = "OrganisationRequest")
record OrganisationRequest(
        @Schema(required = true, maxLength = 280) @Nullable String name,

        @Schema(
                required = true,
                enumeration = {"practice", "pharmacy", "other"})
        @Nullable String kind,

        @Schema(defaultValue = "true") @Nullable Boolean open,

        @Schema(description = "ODS code of who took its work over; only where it is closed") @Nullable String successor) {

    private static final List<String> KINDS = List.of(Organisations.PRACTICE, "pharmacy", "other");

    String checkedName() {
        return TextsHoldNoPatient.required("name", name, ProblemType.INVALID_RECORD);
    }

    String checkedKind() {
        if (kind == null || !KINDS.contains(kind)) {
            throw ProblemType.INVALID_RECORD.because("kind must be one of " + String.join(", ", KINDS) + ".");
        }
        return kind;
    }

    @Nullable String checkedSuccessor() {
        if (successor != null && !OdsCode.isValid(successor)) {
            throw ProblemType.INVALID_RECORD.because("successor must be an ODS code.");
        }
        return successor;
    }

    boolean isOpen() {
        return open == null || open;
    }
}
