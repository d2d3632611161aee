package io.consentry.gateway.console.signin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the gateway seals and recognises as its own, because it keeps nothing between two requests.
 *
 * <p>All replicas need the same key. Without one in the configuration, each makes its own at start: good for one
 * replica, whose sessions then end with it.
 */
@Singleton
class ConsoleKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec marking;

    ConsoleKey(@ConfigProperty(name = "consentry.console.session-key") Optional<String> configured) {
        byte[] key = configured.map(Base64.getDecoder()::decode).orElseGet(() -> randomBytes(KEY_BYTES));
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("consentry.console.session-key must be 32 bytes in base64");
        }
        // One key for each purpose, so that nothing made for one can pass as the other.
        sealing = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "seal sessions"), "AES");
        marking = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "mark forms"), "HmacSHA256");
    }

    /** Makes a text unreadable and unchangeable for everybody else. */
    String seal(String text) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no AES-GCM", e);
        }
    }

    /** What was sealed; empty where it was not sealed by us, or changed. */
    Optional<String> open(String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A mark on forms that only we can make, one for each text. */
    String mark(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(marking, text));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC", e);
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
