package io.consentry.ingest.receivemessage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consultation.Flag;
import io.consentry.ingest.askconsent.Decision;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a pharmacy is told of a message that is durable.
 *
 * @param id by which to ask what became of it
 * @param messageId the identifier in the message
 * @param decision the practice's decision that let it in; absent while it is held
 * @param flags what a reviewer will be warned of
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AcceptedMessage")
record AcceptedAnswer(
        UUID id, String messageId, String status, @Nullable DecisionMade decision, List<Flag> flags) {

    /**
     * The decision that a message rests on.
     *
     * @param position of the consent event
     * @param at when it was read
     */
    @RegisterForReflection
    record DecisionMade(String outcome, long position, Instant at) {

        static DecisionMade of(Decision decision) {
            return new DecisionMade(decision.outcome(), decision.position(), decision.at());
        }
    }

    /** The answer to a message that was kept before. */
    static AcceptedAnswer of(KeptMessage kept, List<Flag> flags) {
        Long position = kept.decisionPosition();
        Instant at = kept.decisionAt();
        DecisionMade decision =
                position == null || at == null ? null : new DecisionMade(Decision.OPTED_IN, position, at);
        return new AcceptedAnswer(kept.id(), kept.identifier(), kept.status(), decision, flags);
    }
}
