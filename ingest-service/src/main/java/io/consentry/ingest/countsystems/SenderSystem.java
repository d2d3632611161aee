package io.consentry.ingest.countsystems;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A system that made messages.
 *
 * @param names by any of which it can be suspended; empty where its messages do not name it
 * @param pharmacies how many senders use it
 * @param rejected how many of its messages practices rejected
 */
@Schema(name = "SenderSystem")
public record SenderSystem(
        List<String> names,
        long pharmacies,
        long messages,
        long rejected,
        Instant firstReceived,
        Instant lastReceived) {}
