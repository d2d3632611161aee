package io.consentry.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What whoever runs the identity provider does there, through its administration interface. */
final class KeycloakAdmin {

    private static final String REALM = "/admin/realms/consentry";

    private KeycloakAdmin() {}

    /** Adds a person, with this role at this organisation. */
    static void addPerson(String name, String password, String role, String ods) {
        String person = created(call(
                "POST",
                REALM + "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        "Some",
                        "lastName",
                        "One",
                        "email",
                        name + "@example.org",
                        "emailVerified",
                        true,
                        "attributes",
                        Map.of("organisation", List.of(ods)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false)))));
        give(person, role);
    }

    /** Adds an application that is none of ours, but whose people and roles are the same. */
    static void addAnotherApplication(String name, String secret, String role) {
        String client = created(call(
                "POST",
                REALM + "/clients",
                Map.of("clientId", name, "secret", secret, "serviceAccountsEnabled", true, "publicClient", false)));
        String account = call("GET", REALM + "/clients/" + client + "/service-account-user", null)
                .path("id")
                .asText();
        give(account, role);
    }

    private static void give(String person, String role) {
        JsonNode known = call("GET", REALM + "/roles/" + role, null);
        call("POST", REALM + "/users/" + person + "/role-mappings/realm", List.of(known));
    }

    /** The key that signs tokens now, by its component's id. */
    static String signingKey() {
        JsonNode keys = call("GET", REALM + "/keys", null);
        String kid = keys.path("active").path("RS256").asText();
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(kid)) {
                return key.path("providerId").asText();
            }
        }
        throw new AssertionError("no key signs: " + keys);
    }

    /** From now on another key signs; the old one is still published. */
    static void addSigningKey() {
        String realm = call("GET", REALM, null).path("id").asText();
        call(
                "POST",
                REALM + "/components",
                Map.of(
                        "name", "the next key",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", realm,
                        "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256"))));
    }

    static void withdrawKey(String component) {
        call("DELETE", REALM + "/components/" + component, null);
    }

    private static String created(JsonNode location) {
        String address = location.path("location").asText();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The answer's body; where something was created, its location. */
    private static JsonNode call(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request = Http.request(URI.create(Keycloak.address() + path))
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(Http.JSON.writeValueAsString(body)));
            HttpResponse<String> answer = Http.send(request.build());
            assertThat(answer.statusCode())
                    .as(method + " " + path + ": " + answer.body())
                    .isBetween(200, 299);
            return answer.headers()
                    .firstValue("Location")
                    .<JsonNode>map(
                            location -> Http.JSON.createObjectNode().put("location", Objects.requireNonNull(location)))
                    .orElseGet(() -> answer.body().isEmpty() ? Http.JSON.createObjectNode() : Http.json(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token() {
        HttpResponse<String> answer = Http.send(Http.form(
                        URI.create(Keycloak.address() + "/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                Keycloak.ADMIN,
                                "password",
                                Keycloak.PASSWORD))
                .build());
        return Http.json(answer).path("access_token").asText();
    }
}
