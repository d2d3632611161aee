package io.consentry.ingest.listrules;

import io.consentry.ingest.checkmessage.Rule;
import io.consentry.ingest.checkmessage.RuleMode;
import io.consentry.ingest.checkmessage.Safeguards;
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

/** The safeguards of this deployment, for everybody who has a token. */
@Path("/rules")
@Tag(name = "Rules", description = "The safeguards between a sender's mistake and the patient's record")
public class RulesResource {

    private final Safeguards safeguards;

    RulesResource(Safeguards safeguards) {
        this.safeguards = safeguards;
    }

    /** Every rule, by name. */
    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The rules that messages are held against",
            description = "Each with what it demands, what it looks at, whether it refuses or warns, and how many"
                    + " messages broke it since this replica started.")
    @APIResponse(
            responseCode = "200",
            description = "Every rule, by name",
            content = @Content(schema = @Schema(implementation = RuleList.class)))
    public RuleList rules() {
        return new RuleList(safeguards.rules().stream().map(this::tell).toList());
    }

    private ToldRule tell(Rule rule) {
        return new ToldRule(
                rule.name(),
                rule.sentence(),
                rule.path(),
                safeguards.modeOf(rule),
                rule.isFixed(),
                safeguards.brokenSinceStart(rule));
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
     * @param brokenSinceStart messages that broke it since this replica started
     */
    @Schema(name = "Rule")
    public record ToldRule(
            String name, String sentence, String path, RuleMode mode, boolean fixed, long brokenSinceStart) {}
}
