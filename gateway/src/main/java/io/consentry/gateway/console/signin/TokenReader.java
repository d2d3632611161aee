package io.consentry.gateway.console.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads who somebody is from their token, whose claims are called as the identity provider calls them. */
@Singleton
class TokenReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 3;

    private final List<String> toRoles;
    private final String organisation;

    TokenReader(
            @ConfigProperty(name = "consentry.identity.roles-claim", defaultValue = "groups") String roles,
            @ConfigProperty(name = "consentry.identity.organisation-claim", defaultValue = "ods") String organisation) {
        // As the platform reads it: a name in quotation marks is one name, however many strokes are in it.
        this.toRoles = roles.startsWith("\"") ? List.of(roles.replace("\"", "")) : List.of(roles.split("/"));
        this.organisation = organisation;
    }

    /** The session that this token opens; empty where it is none that can be read. */
    Optional<Session> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            String id = claims.path("sub").asText("");
            return Optional.of(new Session(
                    token,
                    id,
                    claims.path("name").asText(id),
                    claims.path(organisation).asText(""),
                    roles(claims),
                    Instant.ofEpochSecond(claims.path("exp").asLong())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> roles(JsonNode claims) {
        JsonNode found = claims;
        for (String name : toRoles) {
            found = found.path(name);
        }
        List<String> roles = new ArrayList<>();
        found.forEach(role -> roles.add(role.asText()));
        return roles;
    }
}
