package io.consentry.consultation;

import org.jspecify.annotations.Nullable;

/**
 * Who saw the patient.
 *
 * @param name prefix, given names and family name in reading order
 * @param gphcNumber number in the register of the General Pharmaceutical Council
 * @param role job role as displayed
 */
public record Practitioner(
        @Nullable String name,
        @Nullable String gphcNumber,
        @Nullable String role) {}
