package io.consentry.consent.events;

/** A practice moved one of its switches. */
public sealed interface SwitchMoved extends PracticeEvent
        permits PracticeOptedIn, PracticeOptedOut, PracticePaused, ServiceOptedIn, ServiceOptedOut {

    @Override
    Decision decision();

    @Override
    String reason();
}
