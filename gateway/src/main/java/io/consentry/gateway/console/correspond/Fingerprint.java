package io.consentry.gateway.console.correspond;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** SHA-256 of a document that was chosen in a form: the log keeps this of it, and nobody keeps the document. */
final class Fingerprint {

    private static final int PIECE = 64 * 1024;

    private Fingerprint() {}

    /** In hexadecimal digits; null where no file was chosen. */
    static @Nullable String of(@Nullable FileUpload document) {
        if (document == null || document.size() == 0) {
            return null;
        }
        try (InputStream content = Files.newInputStream(document.uploadedFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A document that was sent with a form cannot be read", e);
        }
    }
}
