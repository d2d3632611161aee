package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * The name and the note beside an event were erased for a lawful reason. The only event of its stream; the log verifies
 * as before.
 *
 * @param erased position of the event whose name and note are gone
 * @param commitment of what is gone; other events of the same request had the same
 * @param basis a word of {@code erasure-request}, {@code court-order}, {@code written-in-error}
 * @param documentSha256 hex SHA-256 of the document that asks for it
 */
@RegisterForReflection
public record DisclosureErased(long erased, String commitment, String basis, String documentSha256, Actor actor)
        implements ConsentEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("erased", erased, "erases", commitment, "basis", basis, "documentSha256", documentSha256);
    }
}
