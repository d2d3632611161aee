package io.consentry.consent.recordattempt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a refused request and refuses it.
 *
 * <p>Of the request only the wanted position is read, from at most a few kilobytes; no text of the caller is kept.
 */
@ApplicationScoped
class Refusals {

    /** A decision with the longest note fits in. */
    private static final int BODY_LIMIT = 4096;

    private static final JsonFactory JSON = new JsonFactory();

    private final CurrentRequest currentRequest;
    private final ServiceCatalogue catalogue;
    private final Attempts attempts;

    Refusals(CurrentRequest currentRequest, ServiceCatalogue catalogue, Attempts attempts) {
        this.currentRequest = currentRequest;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    /** Where the request wants the switch to go, if it says so in a known word. */
    static Optional<Decision> wanted(InputStream body) throws IOException {
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

    RuntimeException recorded(
            ContainerRequestContext request,
            Caller caller,
            String act,
            String practice,
            @Nullable Decision decision,
            String reason,
            String whoMay) {
        Attempt attempt = new Attempt(
                act,
                practice,
                known(request.getUriInfo().getPathParameters().getFirst("service")),
                decision,
                reason,
                new Actor(caller.id(), caller.role(), caller.ods()),
                caller.name());
        attempts.record(attempt, currentRequest.id());
        return ProblemType.ONLY_THE_PRACTICE_DECIDES.because(
                "Only " + whoMay + " " + practice + " may do this. This attempt was recorded.");
    }

    /** What stands in the path is the caller's text: only a service's key is kept. */
    private @Nullable String known(@Nullable String service) {
        return service == null || catalogue.has(service) ? service : "unknown";
    }
}
