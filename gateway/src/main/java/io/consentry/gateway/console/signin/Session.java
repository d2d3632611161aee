package io.consentry.gateway.console.signin;

import java.time.Instant;
import java.util.List;

/**
 * Who sits at the browser, as their token says.
 *
 * <p>The token is not verified here but by the front door at every call that a page makes: what stands here only
 * decides which menu is shown.
 *
 * @param token the person's own bearer token
 * @param id the token's {@code sub}
 * @param name as the pages greet the person
 * @param ods the one organisation the token acts for; empty where it names none
 * @param ends when the token ends, and the session with it
 */
public record Session(String token, String id, String name, String ods, List<String> roles, Instant ends) {

    public Session {
        roles = List.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Session[" + id + " at " + ods + "]";
    }
}
