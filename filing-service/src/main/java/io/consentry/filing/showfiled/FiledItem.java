package io.consentry.filing.showfiled;

import io.consentry.filing.showitem.FilingInForce;

/**
 * Which item was filed, and how.
 *
 * @param contentHash hex SHA-256 of the message as received
 */
record FiledItem(String itemId, String practice, String contentHash, FilingInForce filing) {}
