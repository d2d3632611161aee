package io.consentry.consent.events;

import io.consentry.eventstore.EventNames;

/** The names and revisions under which this service's events are kept. */
public final class ConsentEventNames {

    public static final EventNames ALL = EventNames.none()
            .with("PracticeOptedIn", "1", PracticeOptedIn.class)
            .with("PracticeOptedOut", "1", PracticeOptedOut.class)
            .with("PracticePaused", "1", PracticePaused.class)
            .with("ServiceOptedIn", "1", ServiceOptedIn.class)
            .with("ServiceOptedOut", "1", ServiceOptedOut.class)
            .with("ScheduledDecisionCancelled", "1", ScheduledDecisionCancelled.class)
            .with("MandateGranted", "1", MandateGranted.class)
            .with("MandateWithdrawn", "1", MandateWithdrawn.class)
            .with("OverrideAttempted", "2", OverrideAttempted.class)
            .with("OrganisationListed", "1", OrganisationListed.class)
            .with("OrganisationClosed", "1", OrganisationClosed.class)
            .with("NoticeIssued", "1", NoticeIssued.class)
            .with("NoticeAcknowledged", "1", NoticeAcknowledged.class)
            .with("ServiceAdded", "1", ServiceAdded.class)
            .with("RulesChanged", "1", RulesChanged.class)
            .with("DisclosureErased", "1", DisclosureErased.class)
            .with("RequestReceived", "1", RequestReceived.class)
            .with("RequestAnswered", "1", RequestAnswered.class);

    private ConsentEventNames() {}
}
