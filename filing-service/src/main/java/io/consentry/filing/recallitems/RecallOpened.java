package io.consentry.filing.recallitems;

import io.consentry.filing.item.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * An operator recalled what was sent.
 *
 * @param reason in at most 280 characters, without an NHS number
 */
@RegisterForReflection
public record RecallOpened(String recallId, RecallCriteria criteria, String reason, Actor by, Instant at) {}
