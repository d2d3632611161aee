package io.consentry.gateway.logdecisions;

import io.consentry.gateway.permit.Call;
import io.consentry.web.caller.Caller;
import io.consentry.web.ods.OdsCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for every decision, and a count.
 *
 * <p>Holds the route as the matrix writes it, never the address, the query or a header as they came: what a caller
 * writes must not be able to forge a line, and nothing of a patient may stand here. JSON escapes what a token's claims
 * may hold. A person's id is left out: the request id leads to it where it is needed.
 */
@Singleton
public class DecisionLog {

    /** The category, for those who want these lines in a place of their own. */
    public static final String CATEGORY = "io.consentry.decisions";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    DecisionLog(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("consentry.decisions")
                            .description("Decisions of the gateway about who may make a call")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
    }

    /**
     * Writes one decision down.
     *
     * @param caller who called; absent where no valid token said so
     * @param about the organisation that the path names; empty where it names none
     */
    public void write(Call call, @Nullable Caller caller, String about, Outcome outcome, String requestId) {
        Objects.requireNonNull(counters.get(outcome)).increment();
        JsonObject line = new JsonObject()
                .put("outcome", outcome.label())
                .put("route", call.toString())
                .put("requestId", requestId);
        if (caller != null) {
            line.put("organisation", caller.ods()).put("role", caller.role());
        }
        if (!about.isEmpty()) {
            line.put("about", OdsCode.isValid(about) ? about : "malformed");
        }
        LOG.info(line.encode());
    }
}
