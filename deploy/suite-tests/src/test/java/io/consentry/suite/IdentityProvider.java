package io.consentry.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consentry.testing.StandInThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID provider as far as the suite's services see one: its description, its keys, and the tokens it signs. */
final class IdentityProvider implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RSA_BITS = 2048;
    private static final float TOKEN_LIFE_MINUTES = 15;

    private final HttpServer server;
    private final RsaJsonWebKey key;

    private IdentityProvider(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.key = key;
    }

    static IdentityProvider start() throws IOException, JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
        key.setKeyId("signs-now");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setUse("sig");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        IdentityProvider provider = new IdentityProvider(server, key);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, provider.description()));
        server.createContext(
                "/keys",
                exchange -> answer(exchange, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
        server.setExecutor(StandInThreads.named("identity-provider"));
        server.start();
        return provider;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of a named person or system in one role at one organisation. */
    String token(String role, String ods, String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setAudience("consentry");
        claims.setSubject(subject);
        claims.setStringClaim("name", "Name of " + subject);
        claims.setStringClaim("ods", ods);
        claims.setStringListClaim("groups", role);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(TOKEN_LIFE_MINUTES);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The provider's key does not sign", e);
        }
    }

    private String description() throws IOException {
        return JSON.writeValueAsString(Map.of(
                "issuer", address(),
                "jwks_uri", address() + "/keys",
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
