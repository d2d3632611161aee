package io.consentry.local.verifylog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that signs notes, Ed25519.
 *
 * @param text as verifiers take it: name, key id, and public key
 */
record LogKey(String text, String name, byte[] id, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;
    /** What stands before the 32 bytes of an Ed25519 public key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Reads a key and checks that its id is its own. */
    static LogKey read(String text) throws UnusableException {
        String[] parts = text.strip().split("\\+", 3);
        try {
            byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            if (typed.length != 1 + Hashing.LENGTH || typed[0] != ED25519) {
                throw new UnusableException("This is no Ed25519 key of a log: " + text);
            }
            byte[] named = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] whole = ByteBuffer.allocate(named.length + typed.length)
                    .put(named)
                    .put(typed)
                    .array();
            byte[] id = Arrays.copyOf(new Hashing().of(whole, 0, whole.length), ID_BYTES);
            if (!HexFormat.of().formatHex(id).equals(parts[1])) {
                throw new UnusableException("The key id is not this key's: " + text);
            }
            byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + Hashing.LENGTH)
                    .put(X509_PREFIX)
                    .put(typed, 1, Hashing.LENGTH)
                    .array();
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new LogKey(text.strip(), parts[0], id, key);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new UnusableException("This is no Ed25519 key of a log: " + text, e);
        }
    }

    /** Whether one of the note's signatures is this key's. */
    boolean signed(SignedNote note) {
        return note.signatures().stream().anyMatch(line -> isMine(line, note.signedBytes()));
    }

    private boolean isMine(String line, byte[] text) {
        int space = line.lastIndexOf(' ');
        if (space < 0 || !line.substring(0, space).equals(name)) {
            return false;
        }
        try {
            byte[] signed = Base64.getDecoder().decode(line.substring(space + 1));
            if (signed.length != ID_BYTES + SIGNATURE_BYTES || !Arrays.equals(id, Arrays.copyOf(signed, ID_BYTES))) {
                return false;
            }
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed, ID_BYTES, SIGNATURE_BYTES);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }
}
