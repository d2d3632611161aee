package io.consentry.ingest.receivemessage;

import io.consentry.consultation.Flag;
import io.consentry.ingest.askconsent.Consent;
import io.consentry.ingest.askconsent.ConsentCannotBeAskedException;
import io.consentry.ingest.askconsent.Decision;
import io.consentry.ingest.askconsent.Question;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.keepmessage.MessagesOfASender;
import io.consentry.ingest.keepmessage.NewMessage;
import io.consentry.ingest.openfallback.FallbackDuties;
import io.consentry.ingest.receivemessage.AcceptedAnswer.DecisionMade;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a message from the door to its answer.
 *
 * <p>Whether it was sent before is judged ahead of every refusal: a sender that lost our answer gets it again, whatever
 * the practice or the rules say by then. A usual message costs one question to the consent service and one statement.
 */
@Singleton
class ReceiveMessage {

    private final ReadAndJudge reading;
    private final Consent consent;
    private final MessagesOfASender messages;
    private final FallbackDuties fallbacks;

    ReceiveMessage(ReadAndJudge reading, Consent consent, MessagesOfASender messages, FallbackDuties fallbacks) {
        this.reading = reading;
        this.consent = consent;
        this.messages = messages;
        this.fallbacks = fallbacks;
    }

    /** Completes when the message is durable; fails with the problem to answer when it is refused. */
    Uni<Received> receive(Arrival arrival) {
        return VertxContextSupport.executeBlocking(() -> reading.read(arrival)).chain(read -> {
            NewMessage message = read.message();
            return message == null
                    ? replayOr(read, () -> Uni.createFrom().failure(violations(read)))
                    : decide(read, message);
        });
    }

    private Uni<Received> decide(ReadArrival read, NewMessage message) {
        Uni<Optional<Decision>> asked = consent.ask(new Question(message.practice(), message.service()))
                .map(Optional::of)
                .onFailure(ConsentCannotBeAskedException.class)
                .recoverWithItem(Optional.empty());
        return asked.chain(answer -> {
            if (answer.isEmpty()) {
                return kept(read, message, messages.hold(message), null);
            }
            Decision decision = answer.get();
            return decision.letsIn()
                    ? kept(read, message, messages.keep(message, decision), decision)
                    : replayOr(read, () -> decision.knowsThePractice() ? refuse(message) : noSuchPractice());
        });
    }

    private Uni<Received> kept(
            ReadArrival read, NewMessage message, Uni<@Nullable String> keeping, @Nullable Decision decision) {
        return keeping.chain(status -> {
            if (status == null) {
                return replayOr(read, () -> Uni.createFrom().failure(goneMeanwhile()));
            }
            boolean decided = decision != null && MessageStatus.PENDING.word().equals(status);
            AcceptedAnswer answer = new AcceptedAnswer(
                    message.id(),
                    message.key().value(),
                    status,
                    decided && decision != null ? DecisionMade.of(decision) : null,
                    read.flags());
            return Uni.createFrom().item(new Received(answer, false));
        });
    }

    /** The answer that a message of the same key was given, else what happens without one. */
    private Uni<Received> replayOr(ReadArrival read, Supplier<Uni<Received>> otherwise) {
        if (read.key().isEmpty()) {
            return otherwise.get();
        }
        return messages.find(read.key().get()).chain(kept -> {
            if (kept == null) {
                return otherwise.get();
            }
            return kept.cameWith(read.hash())
                    ? Uni.createFrom().item(replay(kept, read.flags()))
                    : violatesOrDuplicates(read);
        });
    }

    private static Uni<Received> violatesOrDuplicates(ReadArrival read) {
        return Uni.createFrom().failure(read.violations().isEmpty() ? duplicate() : violations(read));
    }

    private static Received replay(KeptMessage kept, List<Flag> flags) {
        return new Received(AcceptedAnswer.of(kept, flags), true);
    }

    private Uni<Received> refuse(NewMessage message) {
        return fallbacks
                .open(message.key(), message.practice(), message.service(), message.receivedAt())
                .chain(fallback -> Uni.createFrom()
                        .failure(ProblemType.PRACTICE_OPTED_OUT
                                .with(
                                        "Switched off by the practice: it does not take messages of this service. Nothing of the"
                                                + " message was kept. Deliver the consultation another way and give proof of it.")
                                .with("fallback", fallback)
                                .build()));
    }

    /** No fallback duty: there is nobody to deliver to another way. */
    private static Uni<Received> noSuchPractice() {
        return Uni.createFrom()
                .failure(ProblemType.UNKNOWN_PRACTICE.because(
                        "The directory lists no open practice of this code. Nothing of the message was kept."));
    }

    private static HttpProblem violations(ReadArrival read) {
        return ProblemType.INVALID_MESSAGE
                .with("The message breaks " + read.violations().size()
                        + " of the rules at /rules. Correct all of it and send it under a new identifier.")
                .with("errors", read.violations())
                .build();
    }

    private static HttpProblem duplicate() {
        return ProblemType.DUPLICATE_MESSAGE.because(
                "Another content, or the same for another practice, was sent under this identifier before."
                        + " Give a new message a new identifier.");
    }

    /** The message that was in the way is no longer: a held one was declined at this very moment. */
    private static HttpProblem goneMeanwhile() {
        return ProblemType.UNAVAILABLE.because("The message was decided at this moment. Send it again.");
    }
}
