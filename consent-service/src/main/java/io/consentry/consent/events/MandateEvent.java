package io.consentry.consent.events;

/** The right of a person to move one practice's switches was given or taken. */
public sealed interface MandateEvent extends PracticeEvent permits MandateGranted, MandateWithdrawn {

    /** The person's subject, as in their token. */
    String holder();
}
