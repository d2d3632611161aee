package io.consentry.gateway.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.consentry.testing.StandInThreads;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An identity provider as far as a resource server sees one: its description, and the keys it signs with now. */
public class StandInProvider implements QuarkusTestResourceLifecycleManager {

    /** Not the one of Vert.x: on this server's threads it would load what the service cannot use. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server = http;
            http.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                ASKED.add(path);
                byte[] answer = JSON.writeValueAsBytes(path.equals("/keys") ? keys() : description());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            http.setExecutor(StandInThreads.named("identity-provider"));
            http.start();
            return Map.of("quarkus.oidc.auth-server-url", address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, which is also the issuer of its tokens. */
    public static String address() {
        return "http://127.0.0.1:" + Objects.requireNonNull(server).getAddress().getPort();
    }

    /** From now on it signs with these keys, each by its id, and knows no other. */
    public static void signsWith(Map<String, KeyPair> keys) {
        KEYS.putAll(keys);
        KEYS.keySet().retainAll(keys.keySet());
    }

    /** The paths that it was asked for. */
    public static List<String> asked() {
        return ASKED;
    }

    private static Map<String, Object> description() {
        return Map.of(
                "issuer", address(),
                "jwks_uri", address() + "/keys",
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token");
    }

    private static Map<String, Object> keys() {
        List<Object> keys = new ArrayList<>();
        KEYS.forEach((kid, pair) -> {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            keys.add(Map.of(
                    "kid",
                    kid,
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "n",
                    base64(key.getModulus()),
                    "e",
                    base64(key.getPublicExponent())));
        });
        return Map.of("keys", keys);
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
