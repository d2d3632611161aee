package io.consentry.filing.showitem;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One look that a person took at an item. */
record Opened(
        ItemHistory.Person by,

        @Schema(
                description =
                        "item, original, filed, attachment, changes or history; unreadable where its content could not be shown")
        String what,

        @Schema(description = "The version they saw") long version,

        Instant at) {

    /** The latest looks, newest first. */
    @Schema(name = "Openings")
    record Page(List<Opened> openings) {}
}
