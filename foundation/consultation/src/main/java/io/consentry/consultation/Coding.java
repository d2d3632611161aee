package io.consentry.consultation;

import org.jspecify.annotations.Nullable;

/**
 * A code from a terminology, as sent.
 *
 * @param system URI of the terminology, {@code http://snomed.info/sct} for SNOMED CT
 */
public record Coding(
        @Nullable String system,
        @Nullable String code,
        @Nullable String display) {}
