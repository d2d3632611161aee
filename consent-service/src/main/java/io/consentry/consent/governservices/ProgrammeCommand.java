package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;

/** Something that somebody wants for all practices together. */
public sealed interface ProgrammeCommand permits IssueNotice, AddService, ChangeNoticePeriod, ChangeSafeguard {

    /** There is one stream of such things. */
    String STREAM = "programme";

    Actor actor();

    /** As attempts name it. */
    String act();
}
