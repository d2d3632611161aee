package io.consentry.filing.readoriginal;

import io.consentry.filing.askingest.Ingest;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hl7.fhir.dstu3.model.Bundle;

/** Messages as received, read as FHIR. */
@Singleton
public class OriginalMessages {

    private final Ingest ingest;
    private final FhirDocuments documents;

    OriginalMessages(Ingest ingest, FhirDocuments documents) {
        this.ingest = ingest;
        this.documents = documents;
    }

    /** What is made of the message; 404 where its content was erased, 503 where ingest does not answer. */
    public <T> Uni<T> read(String itemId, Function<Bundle, T> make) {
        return ingest.original(itemId)
                .map(found ->
                        found.orElseThrow(() -> ProblemType.NOT_FOUND.because("The message's content was erased.")))
                .chain(original -> OffTheEventLoop.call(() -> make.apply(documents.read(original))));
    }
}
