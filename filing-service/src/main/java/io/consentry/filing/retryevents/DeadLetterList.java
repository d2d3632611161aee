package io.consentry.filing.retryevents;

import java.util.List;

/** All events that could not be applied. */
record DeadLetterList(List<DeadLetter> deadLetters) {}
