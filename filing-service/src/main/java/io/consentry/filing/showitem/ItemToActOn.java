package io.consentry.filing.showitem;

import io.consentry.filing.settle.Settings;

/**
 * What an act rests on, read at one moment.
 *
 * @param item without its history and notes
 * @param settings of its practice
 */
public record ItemToActOn(ReviewedItem item, Settings settings) {}
