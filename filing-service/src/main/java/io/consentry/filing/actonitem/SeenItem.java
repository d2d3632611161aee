package io.consentry.filing.actonitem;

/**
 * An item as somebody saw it.
 *
 * @param practice ODS code
 * @param version that they saw; acts on any other are refused
 */
public record SeenItem(String practice, String itemId, long version) {}
