package io.consentry.ingest.checkmessage;

/**
 * Why a message is refused: one entry of {@code errors}.
 *
 * @param rule name of the broken rule
 * @param path FHIR path of what is wrong
 * @param message what to correct, without anything of the patient
 */
public record Violation(String rule, String path, String message) {}
