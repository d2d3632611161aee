package io.consentry.consent.keepevents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may later have erased of an event: the name as it was at the time, and the note.
 *
 * <p>The log holds only {@link #commitment}, a hash that proves them while they are there and says nothing once they
 * are gone: the salt, as random as a key, goes with them.
 *
 * @param name the name of whoever did it, as the token gave it
 * @param note what the practice wrote, at most 280 characters
 * @param salt 128 random bits in hex
 */
public record Disclosure(String name, @Nullable String note, String salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** With a salt of its own. */
    public static Disclosure of(String name, @Nullable String note) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Disclosure(printable(name), note, HexFormat.of().formatHex(salt));
    }

    /** Hex SHA-256 of this disclosure's canonical JSON. */
    public String commitment() {
        return HexFormat.of().formatHex(sha256(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** The canonical JSON: {@code name}, {@code note} where there is one, {@code salt}. */
    public String json() {
        Map<String, Object> members = new HashMap<>();
        members.put("name", name);
        members.put("salt", salt);
        if (note != null) {
            members.put("note", note);
        }
        return CanonicalJson.of(members);
    }

    @Override
    public String toString() {
        return "Disclosure[" + commitment() + "]";
    }

    /** Names come from identity providers: what no database or JSON can hold is replaced. */
    private static String printable(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
