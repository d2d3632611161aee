package io.consentry.consent.recordattempt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.request.CurrentRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule: only a data controller of the practice moves its switch.
 *
 * <p>Of a refused request only the wanted position is read, from at most a few kilobytes; no text of the caller is kept.
 */
@Provider
@MovesTheSwitch
class OnlyThePracticeMovesItsSwitch implements ContainerRequestFilter {

    /** A decision with the longest note fits in. */
    private static final int BODY_LIMIT = 4096;

    private static final JsonFactory JSON = new JsonFactory();

    private final CurrentCaller currentCaller;
    private final CurrentRequest currentRequest;
    private final ServiceCatalogue catalogue;
    private final Attempts attempts;

    OnlyThePracticeMovesItsSwitch(
            CurrentCaller currentCaller, CurrentRequest currentRequest, ServiceCatalogue catalogue, Attempts attempts) {
        this.currentCaller = currentCaller;
        this.currentRequest = currentRequest;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Caller caller = currentCaller.get();
        OdsCode practice = new OdsCode(request.getUriInfo().getPathParameters().getFirst("ods"));
        Optional<String> refusal = refusal(caller, practice.value());
        if (refusal.isPresent()) {
            Attempt attempt = new Attempt(
                    practice.value(),
                    known(request.getUriInfo().getPathParameters().getFirst("service")),
                    wanted(request.getEntityStream()).orElse(null),
                    refusal.get(),
                    new Actor(caller.id(), caller.role(), caller.ods()),
                    caller.name());
            attempts.record(attempt, currentRequest.id());
            throw ProblemType.ONLY_THE_PRACTICE_DECIDES.because(
                    "Only a data controller of " + practice + " moves its switch. This attempt was recorded.");
        }
    }

    private static Optional<String> refusal(Caller caller, String practice) {
        if (!caller.actsFor(practice)) {
            return Optional.of("not-this-practice");
        }
        return caller.has(Role.DATA_CONTROLLER) ? Optional.empty() : Optional.of("not-a-data-controller");
    }

    /** What stands in the path is the caller's text: only a service's key is kept. */
    private @Nullable String known(@Nullable String service) {
        return service == null || catalogue.has(service) ? service : "unknown";
    }

    private static Optional<Decision> wanted(InputStream body) throws IOException {
        byte[] start = body.readNBytes(BODY_LIMIT);
        try (JsonParser json = JSON.createParser(new ByteArrayInputStream(start))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isDecision = "decision".equals(json.currentName());
                JsonToken value = json.nextToken();
                if (isDecision && value == JsonToken.VALUE_STRING) {
                    return Decision.ofWord(json.getText());
                }
                json.skipChildren();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
