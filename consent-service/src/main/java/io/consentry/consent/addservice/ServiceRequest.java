package io.consentry.consent.addservice;

import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.governservices.AddService;
import io.consentry.consent.governservices.ProgrammeCommand;
import io.consentry.consent.governservices.ProgrammeCommands;
import io.consentry.consent.keepevents.Commands;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A service that practices shall be asked about. */
@Schema(name = "ServiceRequest")
record ServiceRequest(
        @Schema(required = true, pattern = ServiceCatalogue.KEY) @Nullable String key,

        @Schema(required = true, description = "SNOMED CT codes of Composition.type that name it in a message")
        @Nullable List<String> codes,

        @Schema(required = true, description = "Id of the notice that announced it, whose time has come") @Nullable String noticeId) {

    private static final Pattern CODE = Pattern.compile("[1-9]\\d{5,17}");
    private static final int MOST_CODES = 20;

    AddService command(ProgrammeCommands commands, Caller caller) {
        if (key == null || noticeId == null) {
            throw ProblemType.INVALID_RECORD.because("key and noticeId must be given.");
        }
        ServiceCatalogue.requireKey(key);
        if (codes == null
                || codes.isEmpty()
                || codes.size() > MOST_CODES
                || !codes.stream()
                        .allMatch(code -> code != null && CODE.matcher(code).matches())
                || Set.copyOf(codes).size() != codes.size()) {
            throw ProblemType.INVALID_RECORD.because(
                    "codes must be 1 to " + MOST_CODES + " different SNOMED CT identifiers, as texts.");
        }
        return new AddService(ProgrammeCommand.STREAM, Commands.actor(caller), commands.now(), key, codes, noticeId);
    }
}
