package io.consentry.consent.listorganisations;

import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.listorganisations.Organisations.Listed;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Rule: only a practice that the directory lists has switches; of another nobody says that it opted out. */
@ApplicationScoped
public class KnownPractices {

    private final Organisations organisations;
    private final FirstUse firstUse;
    private final Commands commands;

    KnownPractices(Organisations organisations, FirstUse firstUse, Commands commands) {
        this.organisations = organisations;
        this.firstUse = firstUse;
        this.commands = commands;
    }

    /**
     * Refuses with 404 {@code unknown-practice} what the directory does not list as a practice, open or closed. In a
     * sandbox an organisation that is in no directory is listed. Blocks.
     */
    public void require(String practice, Caller caller, String requestId) {
        Optional<Listed> listed = organisations.find(practice);
        if (listed.isEmpty() && firstUse.lists()) {
            commands.send(
                    new DescribeOrganisation(
                            practice,
                            "Practice " + practice,
                            Organisations.PRACTICE,
                            true,
                            null,
                            Organisations.FIRST_USE,
                            null,
                            Commands.actor(caller)),
                    new Circumstances(requestId, Disclosure.of(caller.name(), null)));
        } else if (listed.filter(entry -> entry.kind().equals(Organisations.PRACTICE))
                .isEmpty()) {
            throw ProblemType.UNKNOWN_PRACTICE.because("The directory lists no practice of this code.");
        }
    }
}
