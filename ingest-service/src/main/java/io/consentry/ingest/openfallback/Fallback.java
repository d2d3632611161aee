package io.consentry.ingest.openfallback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A duty as the sender is told of it.
 *
 * @param channel how to deliver
 * @param address where to
 */
@RegisterForReflection
public record Fallback(UUID id, String channel, String address) {}
