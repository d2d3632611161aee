package io.consentry.consent.decide;

/** Something that somebody wants a practice to do. */
public sealed interface PracticeCommand
        permits MoveSwitch, PauseSwitch, CancelScheduled, GrantMandate, EnrolFirstHolder, WithdrawMandate {

    Act act();

    String stream();
}
