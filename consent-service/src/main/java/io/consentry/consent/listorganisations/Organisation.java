package io.consentry.consent.listorganisations;

import io.consentry.consent.events.OrganisationClosed;
import io.consentry.consent.events.OrganisationEvent;
import io.consentry.consent.events.OrganisationListed;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What the directory says of one organisation. Its version is the number of its events. */
@RegisterForReflection
class Organisation {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String stream;

    private long version;
    private boolean open;
    private @Nullable String name;
    private @Nullable String kind;
    private @Nullable String successor;

    Organisation() {}

    static String streamOf(String organisation) {
        return "organisation/" + organisation;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DescribeOrganisation command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    private List<OrganisationEvent> decide(DescribeOrganisation command) {
        if (command.expectedVersion() != null && command.expectedVersion() != version) {
            throw ProblemType.STALE_VERSION.because("The directory says something else by now. Read it again.");
        }
        SuccessorsTakeOverFromTheClosed.check(command);
        if (command.basis().equals(Organisations.FIRST_USE) && version > 0) {
            return List.of();
        }
        List<OrganisationEvent> events = new ArrayList<>();
        boolean otherwise = !command.name().equals(name) || !command.kind().equals(kind);
        if (otherwise || (command.open() && !open)) {
            events.add(new OrganisationListed(
                    command.organisation(), command.name(), command.kind(), command.basis(), command.actor()));
        }
        boolean openByThen = open || otherwise;
        if (!command.open() && (openByThen || !Objects.equals(successor, command.successor()))) {
            events.add(new OrganisationClosed(command.organisation(), command.successor(), command.actor()));
        }
        return events;
    }

    @EventSourcingHandler
    void on(OrganisationListed listed) {
        count(listed);
        open = true;
        name = listed.name();
        kind = listed.kind();
        successor = null;
    }

    @EventSourcingHandler
    void on(OrganisationClosed closed) {
        count(closed);
        open = false;
        successor = closed.successor();
    }

    private void count(OrganisationEvent event) {
        stream = streamOf(event.organisation());
        version++;
    }
}
