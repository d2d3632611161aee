package io.consentry.consent.showstate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.events.Decision;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where a practice's switches stand at one time.
 *
 * @param version number of events of the practice so far: the ETag
 * @param services one entry for each service in the catalogue, by key
 */
@Schema(name = "ConsentState")
public record ConsentState(
        @JsonIgnore long version, String practice, MasterSwitch master, Map<String, ServiceSwitch> services) {

    /** The state of these switches, the master's under the empty key; a service without one is undecided. */
    static ConsentState of(
            String practice, long version, Map<String, MasterSwitch> switches, Collection<String> services) {
        MasterSwitch master = switches.getOrDefault("", MasterSwitch.UNDECIDED);
        Map<String, ServiceSwitch> each = new TreeMap<>();
        for (String service : services) {
            each.put(service, ServiceSwitch.under(master, switches.getOrDefault(service, MasterSwitch.UNDECIDED)));
        }
        return new ConsentState(version, practice, master, each);
    }

    /** As it stands in the header, with its quotes. */
    public String etag() {
        return "\"" + version + "\"";
    }

    /** As the answer to whoever asked or decided. */
    public RestResponse<ConsentState> asAnswer() {
        return RestResponse.ResponseBuilder.ok(this)
                .header(HttpHeaders.ETAG, etag())
                .build();
    }

    /**
     * The master switch.
     *
     * @param since from when on the decision is in force; absent where nobody ever decided
     * @param position of the event; 0 where nobody ever decided
     */
    @Schema(name = "MasterSwitch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MasterSwitch(Decision decision, @Nullable Instant since, long position) {

        static final MasterSwitch UNDECIDED = new MasterSwitch(Decision.OPTED_OUT, null, 0);
    }

    /**
     * A service's switch.
     *
     * @param effective what a message of this service meets: opted in only where the master switch is in too
     */
    @Schema(name = "ServiceSwitch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServiceSwitch(Decision decision, @Nullable Instant since, long position, Decision effective) {

        static ServiceSwitch under(MasterSwitch master, MasterSwitch own) {
            boolean bothIn = master.decision() == Decision.OPTED_IN && own.decision() == Decision.OPTED_IN;
            return new ServiceSwitch(
                    own.decision(), own.since(), own.position(), bothIn ? Decision.OPTED_IN : Decision.OPTED_OUT);
        }
    }
}
