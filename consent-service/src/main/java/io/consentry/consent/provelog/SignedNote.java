package io.consentry.consent.provelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs the log's head: a signed note (C2SP signed-note) whose text is a checkpoint (C2SP tlog-checkpoint), Ed25519.
 *
 * @see <a href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>
 */
final class SignedNote {

    /** Length of an Ed25519 seed and of its public key. */
    static final int KEY_BYTES = 32;

    private static final byte ED25519 = 1;
    private static final int KEY_ID_BYTES = 4;

    private final String origin;
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    /**
     * A signer.
     *
     * @param origin names the log for ever; also the name of the key
     * @param seed the private key (RFC 8032)
     */
    SignedNote(String origin, byte[] seed) {
        this.origin = origin;
        KeyPair pair = pairOf(seed);
        this.privateKey = pair.getPrivate();
        byte[] encoded = pair.getPublic().getEncoded();
        this.publicKey = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /** The checkpoint of a tree of this size, signed. */
    String checkpoint(long size, byte[] root) {
        return signed(origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
    }

    /**
     * Names the key that signs from a size on: a note with a text of four lines that cannot be read as a checkpoint.
     *
     * @param verifierKey the new key
     * @param signsFrom the smallest tree that it signs
     */
    String endorsement(String verifierKey, long signsFrom) {
        return signed(origin + "\nkey\n" + verifierKey + "\n" + signsFrom + "\n");
    }

    private String signed(String text) {
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] signed = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .put(keyId())
                .put(signature)
                .array();
        return text + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    /** The key to pin, as verifiers of signed notes take it: name, key id, and public key. */
    String verifierKey() {
        byte[] typed =
                ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(publicKey).array();
        return origin + "+" + HexFormat.of().formatHex(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private byte[] keyId() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update(ED25519);
            return Arrays.copyOf(sha256.digest(publicKey), KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The head of the log cannot be signed", e);
        }
    }

    /** The library gives a public key only to a pair that it makes itself, so it is given the seed as its chance. */
    private static KeyPair pairOf(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 private key has " + KEY_BYTES + " bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Foreseen(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    private static final class Foreseen extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        Foreseen(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
