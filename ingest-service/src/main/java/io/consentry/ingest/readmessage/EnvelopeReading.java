package io.consentry.ingest.readmessage;

import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads what is said around the entries: of the message, the document and the encounter. */
final class EnvelopeReading {

    private static final String NOTHING = "None";

    private EnvelopeReading() {}

    static void message(Details details, UpdateRecord message) {
        details.add("Message", message.identifier());
        message.header().map(Placed::resource).ifPresent(header -> {
            MessageHeader.MessageSourceComponent source = header.getSource();
            details.add("Sent", header.getTimestampElement())
                    .add(
                            "Sent by system",
                            InWords.joined(
                                    " ",
                                    source.getName(),
                                    source.getSoftware(),
                                    source.getVersion(),
                                    source.getEndpoint()))
                    .add("Sent for", handling(header, "RecipientType"))
                    .add("Sender's reference", handling(header, "SenderReference"))
                    .add("Local extension", handling(header, "LocalExtension"));
        });
    }

    /** A part of the message handling; absent also where the sender says that there is nothing. */
    private static @Nullable String handling(MessageHeader header, String part) {
        return header.getExtensionsByUrl(FhirNames.MESSAGE_HANDLING).stream()
                .flatMap(handling -> handling.getExtensionsByUrl(part).stream())
                .map(Extension::getValue)
                .map(EnvelopeReading::words)
                .filter(text -> text != null && !NOTHING.equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String words(@Nullable Type value) {
        return value instanceof Coding coding
                ? InWords.firstOf(coding.getDisplay(), coding.getCode())
                : InWords.of(value);
    }

    static void document(Details details, Composition composition, People people) {
        details.add("Document", composition.getIdentifier())
                .add("Document status", composition.getStatusElement())
                .add("Consultation type", composition.getType())
                .add("Confidentiality", composition.getConfidentialityElement())
                .add("Custodian", people.nameOfAnother(composition.getCustodian()));
        composition.getAuthor().forEach(author -> details.add("Also by", people.nameOfAnother(author)));
        for (Composition.CompositionRelatesToComponent related : composition.getRelatesTo()) {
            String target = related.getTarget() instanceof Identifier identifier
                    ? InWords.of(identifier)
                    : related.getTarget() instanceof Reference reference ? reference.getReference() : null;
            details.add(
                    "This document",
                    InWords.joined(" ", related.getCodeElement().getValueAsString(), target));
        }
    }

    static void encounter(Details details, Encounter encounter, People people) {
        details.add("Encounter", encounter.getType())
                .add("Took place", encounter.getPeriod())
                .add("Reason", encounter.getReason())
                .add("Encounter status", encounter.getStatusElement())
                .add("Provided by", people.nameOfAnother(encounter.getServiceProvider()));
        encounter.getExtension().stream()
                .filter(extension -> FhirNames.OUTCOME_OF_ATTENDANCE.equals(extension.getUrl()))
                .map(Extension::getValue)
                .forEach(outcome -> details.add("Outcome of attendance", outcome));
        for (EncounterParticipantComponent participant : encounter.getParticipant()) {
            details.add(
                    "Took part",
                    InWords.joined(
                            ", ",
                            people.nameOf(participant.getIndividual()),
                            InWords.of(participant.getType()),
                            InWords.of((Type) participant.getPeriod())));
        }
    }
}
