package io.consentry.gateway.console.callsuite;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A file as the suite gave it, for a person to keep: no browser shows it in a page of ours, whatever it holds. */
public final class SuiteFile {

    private static final int FOUND = 200;
    private static final String TO_KEEP = "attachment";

    private final HttpResponse<byte[]> answer;

    private SuiteFile(HttpResponse<byte[]> answer) {
        this.answer = answer;
    }

    /** The file where it is one; thrown as a page that explains the refusal where it is not. */
    static SuiteFile in(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == FOUND) {
            return new SuiteFile(answer);
        }
        throw new SuiteAnswer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), "").refusal();
    }

    /** Under the name and of the kind that the suite gave it. */
    public Response toKeep() {
        String disposition = answer.headers()
                .firstValue(HttpHeaders.CONTENT_DISPOSITION)
                .filter(told -> told.startsWith(TO_KEEP))
                .orElse(TO_KEEP);
        String type = answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return Response.ok(answer.body())
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .build();
    }
}
