package io.consentry.consent.changerules;

import io.consentry.consent.changerules.RuleChanges.RuleChange;
import io.consentry.consent.events.RulesChanged;
import io.consentry.consent.governservices.ChangeNoticePeriod;
import io.consentry.consent.governservices.ChangeSafeguard;
import io.consentry.consent.governservices.ProgrammeCommand;
import io.consentry.consent.governservices.ProgrammeCommands;
import io.consentry.consent.keepevents.Body;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.request.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rules that bind everybody, and their changes. */
@Path("/rules")
@Tag(name = "Rules")
@APIResponse(responseCode = "400", description = "The request cannot be understood")
class RulesResource {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    private final RuleChanges changes;
    private final ProgrammeCommands commands;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    RulesResource(
            RuleChanges changes, ProgrammeCommands commands, CurrentCaller currentCaller, CurrentRequest request) {
        this.changes = changes;
        this.commands = commands;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @GET
    @Path("/changes")
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(
            summary = "Every change of the rules, in the order in which they were decided",
            description = "What holds now of a rule is its last change whose effectiveFrom has come, unless a later one"
                    + " took its place while it waited.")
    @APIResponse(responseCode = "200", description = "All changes")
    public Changes list() {
        return new Changes(commands.firstPeriod().toString(), changes.all());
    }

    @PUT
    @Path("/notice-period")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Change how long notices run",
            description = "A longer period holds at once; a shorter one waits until the present period has run.")
    @APIResponse(responseCode = "200", description = "All changes")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public Changes noticePeriod(@Nullable NoticePeriodRequest body) {
        NoticePeriodRequest asked = Body.required(body);
        Caller caller = currentCaller.get();
        TextsHoldNoPatient.check("note", asked.note(), ProblemType.INVALID_RECORD);
        commands.send(
                new ChangeNoticePeriod(
                        ProgrammeCommand.STREAM,
                        Commands.actor(caller),
                        commands.now(),
                        commands.firstPeriod(),
                        asked.checkedPeriod()),
                caller,
                asked.note(),
                request.id());
        return list();
    }

    @PUT
    @Path("/safeguards/{name}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Record that a safeguard refuses, flags or is off from now on",
            description = "Safeguards that cannot be chosen stay as they are.")
    @APIResponse(responseCode = "200", description = "All changes")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public Changes safeguard(@PathParam("name") String name, @Nullable SafeguardRequest body) {
        SafeguardRequest asked = Body.required(body);
        if (!NAME.matcher(name).matches() || name.equals(RulesChanged.NOTICE_PERIOD)) {
            throw ProblemType.INVALID_RECORD.because("This is no name of a safeguard.");
        }
        Caller caller = currentCaller.get();
        TextsHoldNoPatient.check("note", asked.note(), ProblemType.INVALID_RECORD);
        commands.send(
                new ChangeSafeguard(ProgrammeCommand.STREAM, Commands.actor(caller), name, asked.checkedMode()),
                caller,
                asked.note(),
                request.id());
        return list();
    }

    /**
     * The changes.
     *
     * @param firstNoticePeriod how long notices ran before the first change
     */
    @Schema(name = "RuleChanges")
    record Changes(String firstNoticePeriod, List<RuleChange> changes) {}
}
