package io.consentry.local.verifylog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs notes with a key of its own, written from the description of the format. */
final class TestSigner {

    private final String name;
    private final KeyPair pair;

    TestSigner(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private byte[] typedKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        return join(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private byte[] id() {
        return Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey()), 4);
    }

    String key() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            String signed = Base64.getEncoder().encodeToString(join(id(), signature.sign()));
            return text + "\n\u2014 " + name + " " + signed + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
