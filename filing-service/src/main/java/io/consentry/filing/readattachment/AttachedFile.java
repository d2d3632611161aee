package io.consentry.filing.readattachment;

import io.consentry.filing.readoriginal.DocumentEntries;
import io.consentry.filing.readoriginal.DocumentEntries.Named;
import io.consentry.web.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Resource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message.
 *
 * <p>What a sender calls a file, and what they say it is, are their words: the name is ours, and only kinds that a
 * browser cannot run keep their type.
 */
final class AttachedFile {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> HARMLESS = Map.of(
            "application/pdf", "pdf",
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/tiff", "tif",
            "text/plain", "txt");

    private final int number;
    private final String type;
    private final byte[] bytes;

    private AttachedFile(int number, @Nullable String sentType, byte[] bytes) {
        this.number = number;
        this.type = known(sentType);
        this.bytes = bytes.clone();
    }

    /** The file in the entry that reviewers know by this id; 404 where its bytes were not sent. */
    static AttachedFile in(Bundle message, String entryId, int number) {
        Resource resource = DocumentEntries.of(message)
                .named(entryId)
                .map(Named::entry)
                .orElseThrow(() ->
                        ProblemType.UPSTREAM_INVALID.because("The message as received does not hold the attachment."))
                .getResource();
        if (resource instanceof Observation observation
                && observation.getValue() instanceof Attachment attachment
                && attachment.getData() != null) {
            return new AttachedFile(number, attachment.getContentType(), attachment.getData());
        }
        throw ProblemType.NOT_FOUND.because("The file itself did not come with the message.");
    }

    private static String known(@Nullable String sent) {
        String type = sent == null ? "" : sent.toLowerCase(Locale.ROOT).trim();
        return HARMLESS.containsKey(type) ? type : UNKNOWN;
    }

    /** To be kept, not shown: nothing in it may run. */
    RestResponse<byte[]> answer() {
        String name = "attachment-" + number + "." + HARMLESS.getOrDefault(type, "bin");
        return RestResponse.ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
