package io.consentry.local.callsuite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What the gateway answered.
 *
 * @param json the body; missing where it is none
 */
public record Answer(int status, JsonNode json, HttpResponse<?> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), parse(response.body()), response);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A member of the body by its JSON pointer, as text; empty where there is none. */
    public String text(String pointer) {
        return json.at(pointer).asText();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The last part of the problem's type, such as {@code practice-opted-out}; empty where it is no problem. */
    public String problem() {
        String type = text("/type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** One line for a person: the status, and why where it is a refusal. */
    public String summary() {
        String what = problem().isEmpty() ? "" : " " + problem() + ": " + text("/detail");
        return status + what;
    }
}
