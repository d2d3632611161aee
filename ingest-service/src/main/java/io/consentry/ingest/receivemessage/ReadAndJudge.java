package io.consentry.ingest.receivemessage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Flag;
import io.consentry.database.TimeOrderedId;
import io.consentry.encryption.KeyedHash;
import io.consentry.encryption.Vault;
import io.consentry.ingest.askconsent.Question;
import io.consentry.ingest.catalogue.Catalogue;
import io.consentry.ingest.checkmessage.Examined;
import io.consentry.ingest.checkmessage.Safeguards;
import io.consentry.ingest.checkmessage.Verdict;
import io.consentry.ingest.keepmessage.ContentHash;
import io.consentry.ingest.keepmessage.ContentPart;
import io.consentry.ingest.keepmessage.Fingerprints;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.keepmessage.NewMessage;
import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.ConsultationReading;
import io.consentry.ingest.readmessage.DocumentIdentity;
import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.FhirParsing;
import io.consentry.ingest.readmessage.MessageFormat;
import io.consentry.ingest.readmessage.UnreadableMessageException;
import io.consentry.ingest.readmessage.UpdateRecord;
import io.consentry.ingest.recognisemessage.Recognised;
import io.consentry.ingest.recognisemessage.TakeFingerprints;
import io.consentry.ingest.recognisemessage.Unrecognised;
import io.consentry.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.dstu3.model.Identifier;

/** A message read, then judged and sealed, before anything is kept. Work for a processor, not for an event loop. */
@Singleton
class ReadAndJudge {

    private static final String PURPOSE_OF_HASH = "content";
    private static final String NO_SERVICE = "unknown";
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private final FhirParsing parsing;
    private final Catalogue catalogue;
    private final Safeguards safeguards;
    private final Vault vault;
    private final KeyedHash hash;
    private final TakeFingerprints fingerprints;

    ReadAndJudge(
            FhirParsing parsing,
            Catalogue catalogue,
            Safeguards safeguards,
            Vault vault,
            KeyedHash hash,
            TakeFingerprints fingerprints) {
        this.parsing = parsing;
        this.catalogue = catalogue;
        this.safeguards = safeguards;
        this.vault = vault;
        this.hash = hash;
        this.fingerprints = fingerprints;
    }

    /**
     * A message read, and not yet looked up.
     *
     * @param key absent where the message has no usable identifier
     */
    record Reading(
            Arrival arrival,
            UpdateRecord message,
            Consultation consultation,
            DocumentIdentity document,
            Fingerprints prints,
            MakingSystem system,
            Optional<MessageKey> key) {

        Optional<Unrecognised> unrecognised() {
            return key.map(own -> new Unrecognised(own, arrival.practice(), document, prints, system.names()));
        }

        /** What to ask of consent; absent where the service is none of ours, so that the message is refused anyway. */
        Optional<Question> question() {
            return consultation.service().equals(NO_SERVICE)
                    ? Optional.empty()
                    : Optional.of(new Question(arrival.practice(), consultation.service()));
        }
    }

    /** Fails with the problem to answer when the message cannot be read or is another organisation's. */
    Reading read(Arrival arrival) {
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
        DocumentIdentity document = DocumentIdentity.of(message);
        return new Reading(
                arrival,
                message,
                consultation,
                document,
                fingerprints.of(arrival.practice(), arrival.sender(), document, consultation, arrival.at()),
                MakingSystem.of(message),
                key(arrival, message.identifier()));
    }

    /** Whether judging waits for nobody; else it may have to ask the database for the practice's key. */
    boolean judgesAtOnce(Reading read) {
        return vault.sealsAtOnce(read.arrival().practice());
    }

    /** The message judged by the safeguards, and sealed unless they refuse it. */
    ReadArrival judge(Reading read, Recognised recognised) {
        Arrival arrival = read.arrival();
        Verdict verdict = safeguards.judge(new Examined(read.message(), read.consultation(), arrival.at(), recognised));
        ContentHash contentHash = new ContentHash(
                hash.of(PURPOSE_OF_HASH, arrival.practice(), arrival.body().bytes()));
        return new ReadArrival(
                read.key(),
                contentHash,
                verdict.violations(),
                verdict.flagsForSender(),
                recognised.senderSuspended(),
                verdict.refuses()
                        ? null
                        : newMessage(
                                arrival,
                                read.key().orElseThrow(),
                                contentHash,
                                read.consultation().with(verdict.flags()),
                                read.system(),
                                recognised.documentKnown() ? read.prints().withoutDocument() : read.prints(),
                                recognised));
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
            Arrival arrival,
            MessageKey key,
            ContentHash contentHash,
            Consultation consultation,
            MakingSystem system,
            Fingerprints prints,
            Recognised recognised) {
        UUID id = TimeOrderedId.at(arrival.at());
        String practice = arrival.practice();
        byte[] original = arrival.body().bytes();
        return new NewMessage(
                id,
                key,
                practice,
                consultation.service(),
                system.source(),
                system.names(),
                prints,
                recognised.replaces(),
                recognised.dutyOpen(),
                arrival.mediaType(),
                contentHash,
                sha256(original),
                consultation.flags().stream().anyMatch(flag -> flag.severity() == Flag.Severity.URGENT),
                consultation.flags().size(),
                arrival.at(),
                vault.seal(ContentPart.ORIGINAL.of(practice, id), original),
                vault.seal(ContentPart.CONSULTATION.of(practice, id), json(consultation)));
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
