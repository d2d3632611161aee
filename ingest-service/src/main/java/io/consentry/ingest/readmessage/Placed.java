package io.consentry.ingest.readmessage;

import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A resource and where it stands in the message.
 *
 * @param path FHIRPath from the outer Bundle
 * @param fullUrl the entry's, by which references find it
 * @param id stable within the message and unique there: the resource's own where it has one
 */
public record Placed<R extends Resource>(
        String path, @Nullable String fullUrl, String id, R resource) {

    /** The path of one of its elements. */
    public String at(String element) {
        return path + "." + element;
    }

    /** The same place under the resource's own type. */
    <S extends Resource> Placed<S> with(S same) {
        return new Placed<>(path, fullUrl, id, same);
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return path;
    }
}
