package io.consentry.consent.events;

/** What one practice did: these events, in order, are its stream. */
public sealed interface PracticeEvent extends ConsentEvent
        permits SwitchMoved, ScheduledDecisionCancelled, MandateEvent {

    @Override
    String practice();
}
