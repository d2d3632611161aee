package io.consentry.gateway.console.callsuite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.gateway.console.refuse.PageRefused;
import java.util.Optional;
import java.util.Set;

/**
 * What the suite answered to one call.
 *
 * @param etag the version of what was read, for {@code If-Match}; empty where the answer has none
 */
public record SuiteAnswer(int status, String body, String etag) {

    // A service may say more tomorrow than a page shows today.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 412, 422);

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the suite understood and said no, so that the page which asked can say why. */
    public boolean isRefusal() {
        return REFUSALS.contains(status);
    }

    /** The answer itself where it is one; thrown as a page that explains the refusal where it is not. */
    public SuiteAnswer orRefuse() {
        if (isSuccess()) {
            return this;
        }
        throw refusal();
    }

    /** What is shown where the suite refused. */
    PageRefused refusal() {
        return new PageRefused(status, problem(), detail());
    }

    /** The body as this type, which must be registered for reflection. */
    public <T> T as(Class<T> type) {
        try {
            return JSON.readValue(orRefuse().body(), type);
        } catch (JsonProcessingException e) {
            // Without the cause: it would quote what was read.
            throw new IllegalStateException("The suite's answer is no " + type.getSimpleName());
        }
    }

    /** The body as it is; missing where it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The last part of the problem's type, such as {@code practice-opted-out}; empty where it is no problem. */
    public String problem() {
        String type = json().path("type").asText("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** What the suite says about its refusal. */
    public String detail() {
        return Optional.of(json().path("detail").asText(""))
                .filter(text -> !text.isBlank())
                .orElse("The suite refused this.");
    }

    /** Says nothing of what was read. */
    @Override
    public String toString() {
        return "SuiteAnswer[" + status + "]";
    }
}
