package io.consentry.consent.listorganisations;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.OrganisationClosed;
import io.consentry.consent.events.OrganisationListed;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final Actor OLU = new Actor("olu", "operator", "OPS01");
    private static final OrganisationListed LISTED =
            new OrganisationListed("Z00001", "The Surgery", "practice", "operator", OLU);
    private static final OrganisationClosed CLOSED = new OrganisationClosed("Z00001", "Z00002", OLU);

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    private static DescribeOrganisation describe(String name, boolean open, @Nullable String successor) {
        return new DescribeOrganisation("Z00001", name, "practice", open, successor, "operator", null, OLU);
    }

    @Test
    void organisation_isListed_whenItIsNew() {
        fixture.givenNoPriorActivity().when(describe("The Surgery", true, null)).expectEvents(LISTED);
    }

    @Test
    void organisation_isListedAndClosed_whenItIsNewAndClosed() {
        fixture.givenNoPriorActivity()
                .when(describe("The Surgery", false, "Z00002"))
                .expectEvents(LISTED, CLOSED);
    }

    @Test
    void sameDescription_givesNoEvent() {
        fixture.given(LISTED).when(describe("The Surgery", true, null)).expectNoEvents();
        new AggregateTestFixture<>(Organisation.class)
                .given(LISTED, CLOSED)
                .when(describe("The Surgery", false, "Z00002"))
                .expectNoEvents();
    }

    @Test
    void organisation_isListedAgain_whenItOpensAgain() {
        fixture.given(LISTED, CLOSED).when(describe("The Surgery", true, null)).expectEvents(LISTED);
    }

    @Test
    void closedOrganisation_isClosedAgain_underANewNameOrSuccessor() {
        fixture.given(LISTED, CLOSED)
                .when(describe("The Surgery", false, "Z00003"))
                .expectEvents(new OrganisationClosed("Z00001", "Z00003", OLU));
        new AggregateTestFixture<>(Organisation.class)
                .given(LISTED, CLOSED)
                .when(describe("The Old Surgery", false, "Z00002"))
                .expectEvents(new OrganisationListed("Z00001", "The Old Surgery", "practice", "operator", OLU), CLOSED);
    }

    @Test
    void successor_isRefused_forAnOpenOrganisationAndForItself() {
        fixture.given(LISTED)
                .when(describe("The Surgery", true, "Z00002"))
                .expectException(HttpProblem.class)
                .expectNoEvents();
        new AggregateTestFixture<>(Organisation.class)
                .given(LISTED)
                .when(describe("The Surgery", false, "Z00001"))
                .expectException(HttpProblem.class);
    }

    @Test
    void description_isRefused_whenTheCallerSawAnotherVersion() {
        fixture.given(LISTED)
                .when(new DescribeOrganisation("Z00001", "New", "practice", true, null, "operator", 0L, OLU))
                .expectException(HttpProblem.class)
                .expectNoEvents();
    }

    @Test
    void firstUse_changesNothing_whenTheOrganisationIsListedAlready() {
        fixture.given(LISTED)
                .when(new DescribeOrganisation(
                        "Z00001", "Practice Z00001", "practice", true, null, Organisations.FIRST_USE, null, OLU))
                .expectNoEvents();
    }
}
