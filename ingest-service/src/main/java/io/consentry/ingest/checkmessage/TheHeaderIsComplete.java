package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.dstu3.model.BooleanType;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

@Singleton
class TheHeaderIsComplete implements Rule {

    private static final String EVENT = "ITK014M";
    private static final Set<String> FOR_ACTION_OR_INFORMATION = Set.of("FA", "FI");
    private static final Map<String, String> EXPECTED = Map.of(
            "BusAckRequested", ", true",
            "InfAckRequested", ", true",
            "RecipientType", ", FA or FI");
    private static final List<String> HANDLING = List.of(
            "BusAckRequested",
            "InfAckRequested",
            "RecipientType",
            "MessageDefinition",
            "SenderReference",
            "LocalExtension");

    @Override
    public String name() {
        return "message-header";
    }

    @Override
    public String sentence() {
        return "The MessageHeader says ITK014M, names sender, focus, source and time, and how to handle the message.";
    }

    @Override
    public String path() {
        return "MessageHeader";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<MessageHeader> placed = examined.message().header().orElse(null);
        if (placed == null) {
            findings.add("Bundle.entry", "The message must have a MessageHeader.");
            return;
        }
        MessageHeader header = placed.resource();
        Coding event = header.getEvent();
        if (!EVENT.equals(event.getCode()) || !FhirNames.MESSAGE_EVENT.equals(event.getSystem())) {
            findings.add(placed.at("event"), "The event must be ITK014M of " + FhirNames.MESSAGE_EVENT + ".");
        }
        if (!header.hasTimestamp()) {
            findings.add(placed.at("timestamp"), "The time at which the message was made must be given.");
        }
        if (!header.getSource().hasEndpoint()) {
            findings.add(placed.at("source.endpoint"), "The sender's endpoint must be given.");
        }
        if (!header.getSender().hasReference()) {
            findings.add(placed.at("sender"), "The header must name the sending organisation.");
        }
        checkFocus(examined, placed, findings);
        checkHandling(placed, findings);
    }

    private static boolean isRight(String part, @Nullable Type value) {
        return switch (part) {
            case "BusAckRequested", "InfAckRequested" ->
                value instanceof BooleanType asked && Boolean.TRUE.equals(asked.getValue());
            case "RecipientType" ->
                value instanceof Coding coding
                        && coding.hasCode()
                        && FOR_ACTION_OR_INFORMATION.contains(coding.getCode());
            default -> value != null && !value.isEmpty();
        };
    }

    private static void checkFocus(Examined examined, Placed<MessageHeader> placed, Findings findings) {
        List<Reference> focus = placed.resource().getFocus();
        boolean pointsAtTheDocument = focus.size() == 1
                && examined.message().documents().stream()
                        .anyMatch(document ->
                                Objects.equals(document.fullUrl(), focus.get(0).getReference()));
        if (!pointsAtTheDocument) {
            findings.add(placed.at("focus"), "The focus must be the document and nothing else.");
        }
    }

    private static void checkHandling(Placed<MessageHeader> placed, Findings findings) {
        List<Extension> handling = placed.resource().getExtensionsByUrl(FhirNames.MESSAGE_HANDLING);
        if (handling.size() != 1) {
            findings.add(placed.at("extension"), "There must be one message handling extension.");
            return;
        }
        for (String part : HANDLING) {
            List<Extension> found = handling.get(0).getExtensionsByUrl(part);
            if (found.size() != 1 || !isRight(part, found.get(0).getValue())) {
                findings.add(
                        placed.at("extension('" + FhirNames.MESSAGE_HANDLING + "').extension('" + part + "')"),
                        "The message handling extension must have one " + part + EXPECTED.getOrDefault(part, "") + ".");
            }
        }
    }
}
