package io.consentry.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that must never be taken, each by the name of the attack: made by hand, because no honest library makes them.
 */
public final class HostileTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long MINUTE = 60;
    private static final long YEAR = 365L * 24 * 60 * MINUTE;

    private final Trust trust;
    private final String role;
    private final String ods;
    private final String header;
    private final long now = Instant.now().getEpochSecond();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private HostileTokens(Trust trust, String role, String ods) {
        this.trust = trust;
        this.role = role;
        this.ods = ods;
        this.header = trust.header("RS256");
    }

    /**
     * Whom the attacked service trusts.
     *
     * @param issuer of people's tokens
     * @param kid by which their key is known; empty where there is only one
     * @param identity signs people's tokens
     * @param services signs the services' own
     */
    public record Trust(String issuer, String kid, KeyPair identity, KeyPair services) {

        /** The keys of a test run. */
        static final Trust OF_TESTS = new Trust("consentry-local", "", TestKeys.IDENTITY, TestKeys.SERVICE);

        String header(String algorithm) {
            return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"" + (kid.isEmpty() ? "" : ",\"kid\":\"" + kid + "\"")
                    + "}";
        }
    }

    /** Every attack on a token that would otherwise be good for this role at this organisation. */
    public static Map<String, String> of(String role, String ods) {
        return of(Trust.OF_TESTS, role, ods);
    }

    /** The same against a service that trusts others than the tests. */
    public static Map<String, String> of(Trust trust, String role, String ods) {
        HostileTokens hostile = new HostileTokens(trust, role, ods);
        hostile.withoutSignature();
        hostile.withAnotherAlgorithm();
        hostile.withKeysOfTheirOwn();
        hostile.outOfTime();
        hostile.forSomebodyElse();
        hostile.malformed();
        return hostile.tokens;
    }

    /** The control: built the same way and good, so that the others are refused for what is wrong with them. */
    public static String control(String role, String ods) {
        return control(Trust.OF_TESTS, role, ods);
    }

    /** The control where others than the tests are trusted. */
    public static String control(Trust trust, String role, String ods) {
        HostileTokens honest = new HostileTokens(trust, role, ods);
        return rsa(honest.header, honest.good(), trust.identity());
    }

    private void withoutSignature() {
        for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
            tokens.put("algorithm " + none, unsigned("{\"alg\":\"" + none + "\"}", good()));
        }
        tokens.put("no algorithm", unsigned("{\"typ\":\"JWT\"}", good()));
        tokens.put("signature cut off", unsigned(header, good()));
        String[] parts = rsa(header, good(), trust.identity()).split("\\.");
        tokens.put("claims exchanged", parts[0] + "." + encode(good().replace("someone", "another")) + "." + parts[2]);
        tokens.put("header exchanged", encode(trust.header("RS512")) + "." + parts[1] + "." + parts[2]);
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("four parts", String.join(".", parts) + ".x");
        tokens.put("five parts, as if encrypted", String.join(".", parts) + ".x.y");
    }

    private void withAnotherAlgorithm() {
        byte[] der = trust.identity().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        tokens.put("HS256 with the public key", hmac(good(), der));
        tokens.put("HS256 with the public key as PEM", hmac(good(), pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put("HS256 with the key as configured", hmac(good(), text(der)));
        tokens.put("HS256 with a zero key", hmac(good(), new byte[32]));
        tokens.put("RS256 said, RS512 done", sign(header, good(), trust.identity(), "SHA512withRSA"));
        tokens.put("RS512", sign(trust.header("RS512"), good(), trust.identity(), "SHA512withRSA"));
    }

    private void withKeysOfTheirOwn() {
        String n = BASE64.encodeToString(
                ((RSAPublicKey) TestKeys.STRANGER.getPublic()).getModulus().toByteArray());
        stranger("a stranger's key", header);
        stranger("a path as kid", "{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}");
        stranger("SQL as kid", "{\"alg\":\"RS256\",\"kid\":\"' or '1'='1\"}");
        stranger("an embedded key", "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + n + "\"}}");
        stranger("a key set elsewhere", "{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:9/keys.json\"}");
        stranger("a certificate elsewhere", "{\"alg\":\"RS256\",\"x5u\":\"http://127.0.0.1:9/cert.pem\"}");
        stranger("an embedded certificate", "{\"alg\":\"RS256\",\"x5c\":[\"MIIB\"]}");
        tokens.put(
                "a critical extension nobody knows",
                rsa(header.replace("}", ",\"crit\":[\"x\"],\"x\":1}"), good(), trust.identity()));
        tokens.put("the key of the services", rsa(header, good(), trust.services()));
    }

    private void outOfTime() {
        signed("ended", claims(now - 20 * MINUTE, now - 10 * MINUTE, ""));
        signed("not yet good", claims(now, now + 10 * MINUTE, ",\"nbf\":" + (now + 5 * MINUTE)));
        signed("issued in the future", claims(now + 5 * MINUTE, now + 10 * MINUTE, ""));
        signed("never ends", good().replaceAll(",\"exp\":\\d+", ""));
        signed("good for ten years", claims(now, now + 10 * YEAR, ""));
        signed("issued ten years ago, good until tomorrow", claims(now - 10 * YEAR, now + 60 * MINUTE, ""));
        signed("ends at no time", good().replaceAll("\"exp\":\\d+", "\"exp\":\"later\""));
        signed("ends beyond all numbers", good().replaceAll("\"exp\":\\d+", "\"exp\":9223372036854775807"));
    }

    private void forSomebodyElse() {
        signed("for another audience", good().replace("\"aud\":\"consentry\"", "\"aud\":\"another\""));
        signed("for the services", good().replace("\"aud\":\"consentry\"", "\"aud\":\"consentry-internal\""));
        signed("for nobody", good().replace("\"aud\":\"consentry\",", ""));
        signed("of another issuer", good().replace(trust.issuer(), "another"));
        signed("of the services' issuer", good().replace(trust.issuer(), "consentry-services"));
        signed("of no issuer", good().replace("\"iss\":\"" + trust.issuer() + "\",", ""));
        signed("of no subject", good().replace("\"sub\":\"someone\",", ""));
        signed("of an empty subject", good().replace("\"sub\":\"someone\"", "\"sub\":\" \""));
        tokens.put("of a service", rsa(trust.header("RS256"), ofService(), trust.services()));
    }

    private void malformed() {
        signed("an organisation that is a number", good().replace("\"ods\":\"" + ods + "\"", "\"ods\":5"));
        signed("several organisations", good().replace("\"ods\":\"" + ods + "\"", "\"ods\":[\"" + ods + "\",\"X26\"]"));
        signed("an organisation that is an object", good().replace("\"ods\":\"" + ods + "\"", "\"ods\":{\"a\":1}"));
        signed("an organisation named twice", good().replace("{\"iss", "{\"ods\":\"X26\",\"iss"));
        signed("a name that is a number", good().replace("\"name\":\"Some One\"", "\"name\":5"));
        signed("no claims", "{}");
        signed("claims that are a list", "[]");
        signed("claims that are no JSON", "hello");
        tokens.put("no token", "x");
        tokens.put("only dots", "..");
        tokens.put("not base64", "%%%.%%%.%%%");
        tokens.put("very long", "x".repeat(8000));
    }

    private void stranger(String attack, String header) {
        tokens.put(attack, rsa(header, good(), TestKeys.STRANGER));
    }

    private void signed(String attack, String claims) {
        tokens.put(attack, rsa(header, claims, trust.identity()));
    }

    private String good() {
        return claims(now, now + 10 * MINUTE, "");
    }

    private String ofService() {
        return good().replace(trust.issuer(), "consentry-services")
                .replace("\"aud\":\"consentry\"", "\"aud\":\"consentry-internal\"")
                .replace("\"" + role + "\"", "\"service\"");
    }

    private String claims(long issued, long ends, String more) {
        return "{\"iss\":\"" + trust.issuer()
                + "\",\"aud\":\"consentry\",\"sub\":\"someone\",\"name\":\"Some One\",\"ods\":\"" + ods
                + "\",\"groups\":[\"" + role + "\"],\"iat\":" + issued + ",\"exp\":" + ends + more + "}";
    }

    private static String unsigned(String header, String claims) {
        return encode(header) + "." + encode(claims) + ".";
    }

    private static String rsa(String header, String claims, KeyPair key) {
        return sign(header, claims, key, "SHA256withRSA");
    }

    private static String sign(String header, String claims, KeyPair key, String algorithm) {
        String content = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String claims, byte[] key) {
        String content = encode(trust.header("HS256")) + "." + encode(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(byte[] der) {
        return Base64.getEncoder().encodeToString(der).getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
