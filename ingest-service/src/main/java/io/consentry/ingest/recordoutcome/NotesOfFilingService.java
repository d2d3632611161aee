package io.consentry.ingest.recordoutcome;

import io.consentry.web.internal.ServiceTokenFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The filing service's internal contract: the words beside rejections, which no event may hold. */
@Path("/internal/notes-to-senders")
@RegisterRestClient(configKey = "filing")
@RegisterProvider(ServiceTokenFilter.class)
interface NotesOfFilingService {

    @POST
    Notes read(Wanted wanted);

    /** Which notes are wanted. */
    @RegisterForReflection
    record Wanted(List<Named> notes) {}

    /** As the announced rejection names it. */
    @RegisterForReflection
    record Named(String messageId, String noteId) {}

    /** Those that are there; an erased one is not. */
    @RegisterForReflection
    record Notes(List<Note> notes) {}

    /** Words for a sender. */
    @RegisterForReflection
    record Note(String messageId, String noteId, String note) {

        /** Prints none of the words. */
        @Override
        public String toString() {
            return "Note[" + noteId + "]";
        }
    }
}
