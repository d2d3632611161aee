package io.consentry.ingest.answeritk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ITK3 response: a message Bundle of a MessageHeader (event ITK008M) and an OperationOutcome that holds the response
 * code.
 *
 * <p>Source: ITK3 messaging distribution, response messages; code system ITK-ResponseCodes-1.
 *
 * @param code of the code system, such as 20013
 * @param display what the code means
 * @param diagnostics what happened, without anything of the patient
 * @param answered identifier of the message that is answered, absent where it could not be read
 * @param senderReference the sender's id of its activity, echoed; absent where it could not be read
 */
public record ItkAnswer(
        boolean ok,
        String code,
        String display,
        String diagnostics,
        @Nullable String answered,
        @Nullable String senderReference,
        Instant at) {

    public static final String SUCCESS = "20013";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NHS = "https://fhir.nhs.uk/STU3/";

    /** The Bundle in FHIR's JSON; {@link FhirXml} writes the same as XML. */
    ObjectNode bundle() {
        String headerId = UUID.randomUUID().toString();
        String outcomeId = UUID.randomUUID().toString();
        ObjectNode bundle = resource("Bundle", UUID.randomUUID().toString(), "ITK-Message-Bundle-1");
        bundle.putObject("identifier")
                .put("system", "https://tools.ietf.org/html/rfc4122")
                .put("value", UUID.randomUUID().toString());
        bundle.put("type", "message");
        var entries = bundle.putArray("entry");
        ObjectNode header = header(headerId, outcomeId);
        entries.addObject().put("fullUrl", "urn:uuid:" + headerId).set("resource", header);
        entries.addObject().put("fullUrl", "urn:uuid:" + outcomeId).set("resource", outcome(outcomeId));
        return bundle;
    }

    private ObjectNode header(String id, String outcomeId) {
        ObjectNode header = resource("MessageHeader", id, "ITK-MessageHeader-2");
        ObjectNode handling = header.putArray("extension").addObject();
        handling.put("url", NHS + "StructureDefinition/Extension-ITK-MessageHandling-2");
        var parts = handling.putArray("extension");
        parts.addObject().put("url", "BusAckRequested").put("valueBoolean", false);
        parts.addObject().put("url", "InfAckRequested").put("valueBoolean", false);
        parts.addObject()
                .put("url", "RecipientType")
                .putObject("valueCoding")
                .put("system", NHS + "CodeSystem/ITK-RecipientType-1")
                .put("code", "FA")
                .put("display", "For Action");
        parts.addObject()
                .put("url", "MessageDefinition")
                .putObject("valueReference")
                .put("reference", "https://fhir.nhs.uk/STU3/MessageDefinition/ITK-Response-MessageDefinition-1");
        parts.addObject()
                .put("url", "SenderReference")
                .put("valueString", senderReference == null ? "None" : senderReference);
        parts.addObject().put("url", "LocalExtension").put("valueString", "None");
        header.putObject("event")
                .put("system", NHS + "CodeSystem/ITK-MessageEvent-2")
                .put("code", "ITK008M")
                .put("display", "ITK Response");
        header.put("timestamp", at.toString());
        header.putObject("source").put("name", "Consentry").put("endpoint", "urn:consentry:ingest");
        ObjectNode response = header.putObject("response");
        response.put("identifier", answered == null ? "unknown" : answered);
        response.put("code", ok ? "ok" : "fatal-error");
        response.putObject("details").put("reference", "urn:uuid:" + outcomeId);
        header.putArray("focus").addObject().put("reference", "urn:uuid:" + outcomeId);
        return header;
    }

    private ObjectNode outcome(String id) {
        ObjectNode outcome = resource("OperationOutcome", id, "ITK-Response-OperationOutcome-1");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", ok ? "information" : "fatal");
        issue.put("code", ok ? "informational" : "processing");
        issue.putObject("details")
                .putArray("coding")
                .addObject()
                .put("system", NHS + "CodeSystem/ITK-ResponseCodes-1")
                .put("code", code)
                .put("display", display);
        issue.put("diagnostics", diagnostics);
        return outcome;
    }

    private static ObjectNode resource(String type, String id, String profile) {
        ObjectNode resource = JSON.createObjectNode().put("resourceType", type).put("id", id);
        resource.putObject("meta").putArray("profile").add(NHS + "StructureDefinition/" + profile);
        return resource;
    }

    /** The Bundle as FHIR JSON. */
    public String asJson() {
        return bundle().toString();
    }

    /** The Bundle as FHIR XML. */
    public String asXml() {
        return FhirXml.write(bundle());
    }
}
