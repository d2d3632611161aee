package io.consentry.gateway.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consentry.testing.StandInThreads;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider at which everybody is signed in already: it asks nobody for a password, and holds everything else
 * as strictly as the real ones do (client, redirection, proof key, codes that work once).
 */
public class SigningInProvider implements QuarkusTestResourceLifecycleManager {

    public static final String CLIENT = "consentry-console";
    public static final String SECRET = "a secret of at least thirty-two characters";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair KEY = keyPair();
    private static final Map<String, Map<String, String>> CODES = new ConcurrentHashMap<>();
    private static @Nullable HttpServer server;
    private static volatile Map<String, Object> claims = Map.of();

    /** Whom it signs in from now on: the claims of the access token beside the usual ones. */
    public static void signsIn(Map<String, Object> person) {
        claims = person;
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server = http;
            http.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
            http.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", List.of(key()))));
            http.createContext("/authorize", SigningInProvider::authorize);
            http.createContext("/token", SigningInProvider::token);
            http.setExecutor(StandInThreads.named("identity-provider"));
            http.start();
            return Map.of("quarkus.oidc.auth-server-url", address(), "quarkus.oidc.console.auth-server-url", address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, which is also the issuer of its tokens. */
    public static String address() {
        return "http://127.0.0.1:" + Objects.requireNonNull(server).getAddress().getPort();
    }

    private static void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        boolean proper = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.containsKey("state");
        if (!proper) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        CODES.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> began = CODES.remove(asked.getOrDefault("code", ""));
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        String plain = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        String client = exchange.getRequestHeaders().getFirst("Authorization");
        boolean proper = began != null
                && Set.of("Basic " + basic, "Basic " + plain).contains(String.valueOf(client))
                && Objects.equals(began.get("redirect_uri"), asked.get("redirect_uri"))
                && Objects.equals(began.get("code_challenge"), challenge(asked.getOrDefault("code_verifier", "")));
        if (!proper) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var about = Jwt.issuer(address()).subject("auth0|7").expiresIn(600);
        String idToken = about.audience(CLIENT)
                .claim("nonce", began.getOrDefault("nonce", ""))
                .jws()
                .keyId("one")
                .sign(KEY.getPrivate());
        var access =
                Jwt.issuer(address()).subject("auth0|7").audience("consentry").expiresIn(600);
        claims.forEach(access::claim);
        answer(
                exchange,
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        600,
                        "id_token",
                        idToken,
                        "access_token",
                        access.jws().keyId("one").sign(KEY.getPrivate()),
                        "refresh_token",
                        UUID.randomUUID().toString()));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] answer = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Map<String, String> form(@Nullable String encoded) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream((encoded == null ? "" : encoded).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return form;
    }

    private static Map<String, Object> description() {
        return Map.of(
                "issuer", address(),
                "jwks_uri", address() + "/keys",
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "end_session_endpoint", address() + "/sign-out");
    }

    private static Map<String, Object> key() {
        RSAPublicKey key = (RSAPublicKey) KEY.getPublic();
        return Map.of(
                "kid", "one",
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "n", base64(key.getModulus()),
                "e", base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
