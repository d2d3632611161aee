package io.consentry.consent.keepevents;

import io.consentry.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Rule: a document that an event rests on stays outside, and its hash proves which one it was. */
public final class DocumentHash {

    private DocumentHash() {}

    /** The hex SHA-256 of a document, or a refusal as {@code invalid-record}. */
    public static String check(@Nullable String documentSha256) {
        if (documentSha256 == null || !documentSha256.matches("[0-9a-f]{64}")) {
            throw ProblemType.INVALID_RECORD.because("documentSha256 must be the hex SHA-256 of the document.");
        }
        return documentSha256;
    }
}
