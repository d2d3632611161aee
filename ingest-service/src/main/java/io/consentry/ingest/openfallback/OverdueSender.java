package io.consentry.ingest.openfallback;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sender with duties that are open for too long.
 *
 * @param pharmacy ODS code
 * @param overdue how many
 * @param oldest since when the oldest is open
 */
@Schema(name = "OverdueSender")
public record OverdueSender(String pharmacy, long overdue, Instant oldest) {}
