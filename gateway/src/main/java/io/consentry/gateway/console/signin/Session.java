package io.consentry.gateway.console.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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

    private static final ObjectMapper JSON = new ObjectMapper();

    public Session {
        roles = List.copyOf(roles);
    }

    /** The session that this token opens; empty where it is none that can be read. */
    static Optional<Session> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            String id = claims.path("sub").asText("");
            List<String> roles = new ArrayList<>();
            claims.path("groups").forEach(role -> roles.add(role.asText()));
            return Optional.of(new Session(
                    token,
                    id,
                    claims.path("name").asText(id),
                    claims.path("ods").asText(""),
                    roles,
                    Instant.ofEpochSecond(claims.path("exp").asLong())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
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
