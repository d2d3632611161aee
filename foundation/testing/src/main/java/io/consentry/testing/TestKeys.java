package io.consentry.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An RSA key pair made for one test run. */
public final class TestKeys {

    /** Signs people's and pharmacies' tokens. */
    static final KeyPair IDENTITY = generate();
    /** Signs services' tokens. */
    static final KeyPair SERVICE = generate();
    /** Signs with a key that nobody trusts. */
    static final KeyPair STRANGER = generate();

    private TestKeys() {}

    /** A pair of its own, for a test that exchanges keys. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String publicKey(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    static String privateKey(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }
}
