package io.consentry.consultation;

import org.jspecify.annotations.Nullable;

/**
 * The pharmacy that provided the consultation.
 *
 * @param ods ODS code of the sender, as authenticated
 * @param name name given inside the document
 */
public record Pharmacy(String ods, @Nullable String name) {}
