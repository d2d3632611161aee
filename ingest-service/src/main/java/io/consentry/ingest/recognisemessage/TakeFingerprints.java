package io.consentry.ingest.recognisemessage;

import io.consentry.consultation.Consultation;
import io.consentry.encryption.KeyedHash;
import io.consentry.ingest.keepmessage.Fingerprints;
import io.consentry.ingest.readmessage.DocumentIdentity;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a message's keyed hashes. Those of different practices have nothing in common. Blocks at the first call. */
@Singleton
public class TakeFingerprints {

    /** Of an ISO date; what follows is the time of day. */
    private static final int DAY = 10;

    private final KeyedHash hash;

    TakeFingerprints(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * Of a message.
     *
     * @param arrivedAt stands in where the consultation has no date
     */
    public Fingerprints of(
            String practice, String sender, DocumentIdentity document, Consultation consultation, Instant arrivedAt) {
        String patient = consultation.patient().nhsNumber();
        return new Fingerprints(
                document.document()
                        .map(name -> ofDocument(practice, sender, name))
                        .orElse(null),
                document.composition()
                        .map(name -> ofDocument(practice, sender, name))
                        .orElse(null),
                patient == null ? null : hex("patient", practice, patient),
                patient == null
                        ? null
                        : hex("likeness", practice, patient, consultation.service(), day(consultation, arrivedAt)));
    }

    /** Of the documents that a message says it replaces. */
    List<String> ofReplaced(String practice, String sender, DocumentIdentity document) {
        return document.replaced().stream()
                .map(name -> ofDocument(practice, sender, name))
                .toList();
    }

    private String ofDocument(String practice, String sender, DocumentIdentity.Name name) {
        return hex("document", practice, sender, name.system(), name.value());
    }

    private static String day(Consultation consultation, Instant arrivedAt) {
        String date = consultation.date();
        return date != null && date.length() >= DAY
                ? date.substring(0, DAY)
                : arrivedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The parts' lengths keep them apart whatever they hold. */
    private String hex(String purpose, String practice, @Nullable String... parts) {
        StringBuilder content = new StringBuilder();
        for (String part : parts) {
            content.append(part == null ? 0 : part.length()).append(' ').append(part);
        }
        return HexFormat.of()
                .formatHex(hash.of(purpose, practice, content.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
