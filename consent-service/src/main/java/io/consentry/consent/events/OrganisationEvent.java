package io.consentry.consent.events;

import java.util.Map;

/**
 * The directory changed: these events, in order, are the stream of one organisation.
 *
 * <p>They are not about a switch, so they name no practice: what the directory says never moves one.
 */
public sealed interface OrganisationEvent extends ConsentEvent permits OrganisationListed, OrganisationClosed {

    /** ODS code. */
    String organisation();

    @Override
    Map<String, Object> about();
}
