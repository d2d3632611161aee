package io.consentry.ingest.askconsent;

/**
 * Does this practice take messages of this service?
 *
 * @param practice ODS code
 * @param service key in the catalogue
 */
public record Question(String practice, String service) {}
