package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let practices be asked to take messages of a new service.
 *
 * @param stream always {@link ProgrammeCommand#STREAM}
 * @param now by the log's own clock
 * @param service its key
 * @param codes SNOMED CT codes that name it in a message
 * @param notice id of the notice that announced it
 */
@RegisterForReflection
public record AddService(
        @TargetAggregateIdentifier String stream,
        Actor actor,
        Instant now,
        String service,
        List<String> codes,
        String notice)
        implements ProgrammeCommand {

    public AddService {
        codes = List.copyOf(codes);
    }

    @Override
    public String act() {
        return "add-service";
    }
}
