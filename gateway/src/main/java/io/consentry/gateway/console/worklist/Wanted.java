package io.consentry.gateway.console.worklist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Whom somebody looks for: an NHS number, or the first letters of a surname. */
record Wanted(String text) {

    private static final Pattern NUMBER = Pattern.compile("[0-9 ]+");

    static Wanted of(String text) {
        return new Wanted(text);
    }

    ObjectNode question() {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        return NUMBER.matcher(text).matches()
                ? question.put("nhsNumber", text.replace(" ", ""))
                : question.put("surname", text);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Wanted";
    }
}
