package io.consentry.filing.settle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** How one practice's worklist works, change by change. */
@RegisterForReflection
public class PracticeSettings {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private @Nullable String stream;

    private @Nullable SettingsChanged settled;
    private long version;

    /** For the repository. */
    public PracticeSettings() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(ChangeSettings command) {
        if (command.seenVersion() != version) {
            throw new SettingsWereChanged();
        }
        SettingsChanged wanted = decide(command);
        if (settled == null || !settled.settlesTheSameAs(wanted)) {
            AggregateLifecycle.apply(wanted);
        }
        return version;
    }

    /** What the person does not speak of stays as it is. */
    private SettingsChanged decide(ChangeSettings command) {
        return new SettingsChanged(
                command.practice(),
                command.undoSeconds(),
                command.bulkFiling(),
                command.patientVisible(),
                command.fallbackAddress(),
                command.notesToSenders() == null && settled != null
                        ? settled.notesToSenders()
                        : command.notesToSenders(),
                command.preTicked() == null && settled != null ? settled.preTicked() : command.preTicked(),
                command.by(),
                command.at());
    }

    @EventSourcingHandler
    void on(SettingsChanged event, @SequenceNumber long sequence) {
        stream = ChangeSettings.streamOf(event.practice());
        settled = event;
        version = sequence + 1;
    }
}
