package io.consentry.consent.listorganisations;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let the directory say this of an organisation.
 *
 * @param organisation ODS code
 * @param open whether it takes work
 * @param successor ODS code of who took its work over, only where it is closed
 * @param basis see {@link io.consentry.consent.events.OrganisationListed}
 * @param expectedVersion what the caller saw last, if it said so
 */
@RegisterForReflection
record DescribeOrganisation(
        String organisation,
        String name,
        String kind,
        boolean open,
        @Nullable String successor,
        String basis,
        @Nullable Long expectedVersion,
        Actor actor) {

    @TargetAggregateIdentifier
    String stream() {
        return Organisation.streamOf(organisation);
    }
}
