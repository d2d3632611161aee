package io.consentry.consent.replayevents;

import java.util.List;

/**
 * A page of the log.
 *
 * @param events each as its JSON text
 * @param last position of the last one; where the page is empty, the position it was asked after
 * @param full whether there may be more
 */
record EventPage(List<String> events, long last, boolean full) {}
