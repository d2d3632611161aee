package io.consentry.gateway.permit;

import java.util.Map;
import java.util.Set;

/** What a method and a path come to. */
public sealed interface FoundCall {

    /**
     * A listed call.
     *
     * @param variables values of the path's variables
     */
    record Listed(Call call, Map<String, String> variables) implements FoundCall {

        /** The organisation the path names; empty where it names none. */
        public String organisation() {
            return variables.getOrDefault(Call.ORGANISATION, "");
        }
    }

    /**
     * The path exists, the method does not.
     *
     * @param methods those that do
     */
    record OtherMethods(Set<String> methods) implements FoundCall {}

    /** Nothing like this is listed. */
    record Unlisted() implements FoundCall {}
}
