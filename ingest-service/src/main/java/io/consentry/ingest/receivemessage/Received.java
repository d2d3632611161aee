package io.consentry.ingest.receivemessage;

/**
 * A message is durable.
 *
 * @param replay whether it was so before this request
 */
record Received(AcceptedAnswer answer, boolean replay) {}
