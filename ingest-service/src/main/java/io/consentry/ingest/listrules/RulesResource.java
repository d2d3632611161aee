package io.consentry.ingest.listrules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.ingest.checkmessage.Rule;
import io.consentry.ingest.checkmessage.RuleMode;
import io.consentry.ingest.checkmessage.Safeguards;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The safeguards of this deployment, for everybody who has a token. */
@Path("/rules")
@Tag(name = "Rules", description = "The safeguards between a sender's mistake and the patient's record")
public class RulesResource {

    private final Safeguards safeguards;
    private final CurrentCaller caller;

    RulesResource(Safeguards safeguards, CurrentCaller caller) {
        this.safeguards = safeguards;
        this.caller = caller;
    }

    /** Every rule, by name. */
    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The rules that messages are held against",
            description = "Each with what it demands, what it looks at, whether it refuses or warns, and how many"
                    + " messages broke it since this replica started. Of a rule that senders are not told of, since it looks"
                    + " at other senders' messages, only operators see how many.")
    @APIResponse(
            responseCode = "200",
            description = "Every rule, by name",
            content = @Content(schema = @Schema(implementation = RuleList.class)))
    public RuleList rules() {
        boolean all = caller.get().has(Role.OPERATOR);
        return new RuleList(safeguards.rules().stream()
                .map(rule -> tell(rule, all || rule.isToldToSenders()))
                .toList());
    }

    /** Whoever counts before and after a message of its own would learn what it is not told. */
    private ToldRule tell(Rule rule, boolean withCount) {
        return new ToldRule(
                rule.name(),
                rule.sentence(),
                rule.path(),
                safeguards.modeOf(rule),
                rule.isFixed(),
                rule.modes(),
                withCount ? safeguards.brokenSinceStart(rule) : null);
    }

    /** All rules. */
    @Schema(name = "RuleList")
    public record RuleList(List<ToldRule> rules) {}

    /**
     * One rule.
     *
     * @param sentence what it demands
     * @param path FHIR path of what it looks at
     * @param fixed whether no deployment may set it to anything but reject
     * @param modes what an operator may set it to
     * @param brokenSinceStart messages that broke it since this replica started; absent where the caller may not know
     */
    @Schema(name = "Rule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToldRule(
            String name,
            String sentence,
            String path,
            RuleMode mode,
            boolean fixed,
            List<RuleMode> modes,
            @Nullable Long brokenSinceStart) {}
}
