package io.consentry.gateway.keycloak;

import com.sun.net.httpserver.HttpServer;
import io.consentry.testing.TestKeys;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A pharmacy's system: it publishes the key that it signs with, and asks for tokens with statements that it signs
 * ({@code private_key_jwt}, RFC 7523). It shares no secret with anybody.
 */
final class PharmacySystem {

    private static final String CLIENT = "pharmacy-fa123";
    private static final String KID = "pharmacy-1";
    private static final int MINUTE = 60;

    private static final KeyPair KEY = TestKeys.generate();
    private static @Nullable HttpServer server;

    private PharmacySystem() {}

    static void publishKeys() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = http;
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) KEY.getPublic());
        key.setKeyId(KID);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        byte[] keys = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
        http.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        http.start();
    }

    static String keysAddress() {
        return "http://127.0.0.1:" + Objects.requireNonNull(server).getAddress().getPort() + "/keys";
    }

    static void hideKeys() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** The token that the system gets with its own key. */
    static String token() {
        return Http.json(askSigningWith(KEY)).path("access_token").asText();
    }

    static HttpResponse<String> askSigningWithAStrangersKey() {
        return askSigningWith(TestKeys.generate());
    }

    private static HttpResponse<String> askSigningWith(KeyPair key) {
        String statement = Jwt.issuer(CLIENT)
                .subject(CLIENT)
                .audience(Keycloak.realm())
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(MINUTE)
                .jws()
                .keyId(KID)
                .sign(key.getPrivate());
        return Http.askForToken(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                CLIENT,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                statement));
    }
}
