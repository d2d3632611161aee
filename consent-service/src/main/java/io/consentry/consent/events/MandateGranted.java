package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person may move this practice's switches from now on.
 *
 * @param practice ODS code
 * @param holder the person's subject, as in their token
 * @param basis {@code enrolment} by an operator on evidence, where the practice has no holder; {@code grant} by another
 *     holder; {@code self-enrolment} in a sandbox
 * @param evidence hex SHA-256 of the document that an enrolment rests on
 */
@RegisterForReflection
public record MandateGranted(
        String practice,
        String holder,
        String basis,
        @Nullable String evidence,
        Actor actor) implements MandateEvent {

    @Override
    public Map<String, Object> about() {
        return evidence == null
                ? Map.of("holder", holder, "basis", basis)
                : Map.of("holder", holder, "basis", basis, "evidence", evidence);
    }
}
