package io.consentry.consent.announcechange;

import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.governservices.IssueNotice;
import io.consentry.consent.governservices.ProgrammeCommand;
import io.consentry.consent.governservices.ProgrammeCommands;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.DocumentHash;
import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.consent.showstate.Times;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is announced. */
@Schema(name = "NoticeRequest")
record NoticeRequest(
        @Schema(required = true, maxLength = 280, description = "What will change, in plain words; no patient data")
        @Nullable String text,

        @Schema(required = true, description = "Nothing of it happens before; at least the notice period from now")
        @Nullable Instant earliestEffect,

        @Schema(required = true, maxLength = 280, description = "Name of the body that announces") @Nullable String issuedBy,

        @Schema(description = "Names of the bodies that were asked before") @Nullable List<String> consulted,

        @Schema(description = "Key of the service that it announces, where it does") @Nullable String service,

        @Schema(pattern = "[0-9a-f]{64}", description = "SHA-256 of the full announcement") @Nullable String documentSha256) {

    private static final int MOST_BODIES = 20;

    IssueNotice command(ProgrammeCommands commands, String id, Caller caller) {
        List<String> bodies = consulted == null ? List.of() : consulted;
        if (bodies.size() > MOST_BODIES) {
            throw ProblemType.INVALID_RECORD.because("consulted names at most " + MOST_BODIES + " bodies.");
        }
        bodies.forEach(body -> TextsHoldNoPatient.required("consulted", body, ProblemType.INVALID_RECORD));
        if (service != null) {
            ServiceCatalogue.requireKey(service);
        }
        return new IssueNotice(
                ProgrammeCommand.STREAM,
                Commands.actor(caller),
                commands.now(),
                commands.firstPeriod(),
                id,
                service,
                checkedEffect(),
                TextsHoldNoPatient.required("issuedBy", issuedBy, ProblemType.INVALID_RECORD),
                bodies,
                documentSha256 == null ? null : DocumentHash.check(documentSha256));
    }

    String checkedText() {
        return TextsHoldNoPatient.required("text", text, ProblemType.INVALID_RECORD);
    }

    private Instant checkedEffect() {
        if (earliestEffect == null) {
            throw ProblemType.INVALID_RECORD.because("earliestEffect must be given.");
        }
        return Times.check("earliestEffect", earliestEffect, ProblemType.INVALID_RECORD);
    }
}
