package io.consentry.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * What the provider gives for a person who has signed in with a browser (authorization code with proof key).
 *
 * @param access for the API
 * @param identity for the application that asked, and for nobody else
 * @param refresh for the provider itself
 */
record SignedIn(String access, String identity, String refresh) {

    private static final String CLIENT = "consentry-console";

    static SignedIn as(String name, String password) {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        String back = Keycloak.consentry() + "/console";
        URI page = URI.create(Keycloak.realm() + "/protocol/openid-connect/auth?"
                + Http.encoded(Map.of(
                        "client_id", CLIENT,
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", back,
                        "state", "anything",
                        "code_challenge_method", "S256",
                        "code_challenge", challenge(verifier))));
        URI returned = Browser.destination(new Browser().signIn(page, name, password));
        JsonNode tokens = Http.json(Http.askForToken(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                CLIENT,
                "client_secret",
                Keycloak.CONSOLE_SECRET,
                "code",
                code(returned),
                "redirect_uri",
                back,
                "code_verifier",
                verifier)));
        return new SignedIn(
                tokens.path("access_token").asText(),
                tokens.path("id_token").asText(),
                tokens.path("refresh_token").asText());
    }

    private static String code(URI returned) {
        return Arrays.stream(returned.getRawQuery().split("&"))
                .filter(field -> field.startsWith("code="))
                .map(field -> URLDecoder.decode(field.substring("code=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code: " + returned));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
