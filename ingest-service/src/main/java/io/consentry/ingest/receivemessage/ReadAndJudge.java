package io.consentry.ingest.receivemessage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Flag;
import io.consentry.encryption.KeyedHash;
import io.consentry.encryption.Vault;
import io.consentry.ingest.catalogue.Catalogue;
import io.consentry.ingest.checkmessage.Examined;
import io.consentry.ingest.checkmessage.Safeguards;
import io.consentry.ingest.checkmessage.Verdict;
import io.consentry.ingest.keepmessage.ContentHash;
import io.consentry.ingest.keepmessage.ContentPart;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.keepmessage.NewMessage;
import io.consentry.ingest.keepmessage.TimeOrderedId;
import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.ConsultationReading;
import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.FhirParsing;
import io.consentry.ingest.readmessage.MessageFormat;
import io.consentry.ingest.readmessage.UnreadableMessageException;
import io.consentry.ingest.readmessage.UpdateRecord;
import io.consentry.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.dstu3.model.Identifier;

/** Everything about a message that needs no database but keys: read, judged, sealed. Blocks; call on a worker thread. */
@Singleton
class ReadAndJudge {

    private static final String PURPOSE_OF_HASH = "content";
    private static final String NO_SERVICE = "unknown";
    private static final int LONGEST_SOURCE = 255;
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private final FhirParsing parsing;
    private final Catalogue catalogue;
    private final Safeguards safeguards;
    private final Vault vault;
    private final KeyedHash hash;

    ReadAndJudge(FhirParsing parsing, Catalogue catalogue, Safeguards safeguards, Vault vault, KeyedHash hash) {
        this.parsing = parsing;
        this.catalogue = catalogue;
        this.safeguards = safeguards;
        this.vault = vault;
        this.hash = hash;
    }

    /** Fails with the problem to answer when the message cannot be read or is another organisation's. */
    ReadArrival read(Arrival arrival) {
        UpdateRecord message = parse(arrival);
        arrival.correlation().read(message.headerId(), message.senderReference());
        message.senderOds().filter(ods -> !ods.equals(arrival.sender())).ifPresent(another -> {
            throw ProblemType.SENDER_MISMATCH.because(
                    "The organisation in the message's header is not the one that the token acts for.");
        });
        Optional<String> service = message.composition()
                .flatMap(composition -> Codes.in(composition.resource().getType(), FhirNames.SNOMED_CT))
                .flatMap(catalogue::serviceOf);
        Consultation consultation = ConsultationReading.read(message, service.orElse(NO_SERVICE), arrival.sender());
        Verdict verdict = safeguards.judge(new Examined(message, consultation, arrival.at()));
        ContentHash contentHash = new ContentHash(
                hash.of(PURPOSE_OF_HASH, arrival.practice(), arrival.body().bytes()));
        Optional<MessageKey> key = key(arrival, message.identifier());
        return new ReadArrival(
                key,
                contentHash,
                verdict.violations(),
                verdict.flags(),
                verdict.refuses()
                        ? null
                        : newMessage(
                                arrival, message, key.orElseThrow(), contentHash, consultation.with(verdict.flags())));
    }

    private UpdateRecord parse(Arrival arrival) {
        try {
            return parsing.parse(arrival.body().bytes(), MessageFormat.of(arrival.mediaType()));
        } catch (UnreadableMessageException e) {
            throw ProblemType.UNREADABLE_MESSAGE.because(e.reason());
        }
    }

    private static Optional<MessageKey> key(Arrival arrival, Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        boolean usable = identifier.hasValue()
                && MessageKey.isUsable(identifier.getValue())
                && (system.isEmpty() || MessageKey.isUsable(system));
        return usable ? Optional.of(new MessageKey(arrival.sender(), system, identifier.getValue())) : Optional.empty();
    }

    private NewMessage newMessage(
            Arrival arrival, UpdateRecord message, MessageKey key, ContentHash contentHash, Consultation consultation) {
        UUID id = TimeOrderedId.at(arrival.at());
        String practice = arrival.practice();
        byte[] original = arrival.body().bytes();
        return new NewMessage(
                id,
                key,
                practice,
                consultation.service(),
                source(message),
                arrival.mediaType(),
                contentHash,
                sha256(original),
                consultation.flags().stream().anyMatch(flag -> flag.severity() == Flag.Severity.URGENT),
                consultation.flags().size(),
                arrival.at(),
                vault.seal(ContentPart.ORIGINAL.of(practice, id), original),
                vault.seal(ContentPart.CONSULTATION.of(practice, id), json(consultation)));
    }

    /** The system that made the message, as far as it can be kept: printable and not longer than it should be. */
    private static String source(UpdateRecord message) {
        String source = message.header()
                .map(header -> header.resource().getSource())
                .map(made -> String.join(
                        " ",
                        made.hasSoftware() ? made.getSoftware() : "",
                        made.hasVersion() ? made.getVersion() : "",
                        made.hasEndpoint() ? made.getEndpoint() : ""))
                .orElse("");
        String printable = source.replaceAll("\\p{C}", "").strip();
        return printable.length() <= LONGEST_SOURCE ? printable : printable.substring(0, LONGEST_SOURCE);
    }

    private static byte[] json(Consultation consultation) {
        try {
            return JSON.writeValueAsBytes(consultation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consultation cannot be written as JSON", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
