package io.consentry.gateway.console.callsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The body of a call, made of what somebody typed into a form: empty fields are left out of it. */
public final class Question {

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    public Question with(String name, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            body.put(name, typed.strip());
        }
        return this;
    }

    /** Several, with commas or, where {@code between} says so, other things between them. */
    public Question withAll(String name, @Nullable String typed, String between) {
        ArrayNode all = body.arrayNode();
        Arrays.stream(typed == null ? new String[0] : typed.split(between))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(all::add);
        if (!all.isEmpty()) {
            body.set(name, all);
        }
        return this;
    }

    public ObjectNode body() {
        return body;
    }
}
