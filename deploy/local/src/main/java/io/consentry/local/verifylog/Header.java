package io.consentry.local.verifylog;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.local.verifylog.SignedNote.Head;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a bundle.
 *
 * @param practice whose events these are; absent: all events
 */
record Header(SignedNote checkpoint, Head head, @Nullable String practice) {

    private static final String FORMAT = "consentry-consent-bundle";
    private static final int VERSION = 1;

    static Header read(byte[] line, int length) throws UnusableException {
        JsonNode header;
        try {
            header = length < 0 ? null : CanonicalJson.read(line, length);
        } catch (IOException e) {
            throw new UnusableException("This is no bundle: its first line is no JSON", e);
        }
        if (header == null || !FORMAT.equals(header.path("format").textValue())) {
            throw new UnusableException("This is no bundle: its first line does not say " + FORMAT);
        }
        if (header.path("version").asInt() != VERSION) {
            throw new UnusableException(
                    "This bundle is of version " + header.path("version") + "; this program knows version " + VERSION);
        }
        SignedNote checkpoint = SignedNote.read(header.path("checkpoint").asText());
        return new Header(checkpoint, checkpoint.head(), header.path("practice").textValue());
    }

    long size() {
        return head.size();
    }
}
