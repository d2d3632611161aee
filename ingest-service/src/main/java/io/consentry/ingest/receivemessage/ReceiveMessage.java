package io.consentry.ingest.receivemessage;

import io.consentry.consultation.Flag;
import io.consentry.ingest.askconsent.Consent;
import io.consentry.ingest.askconsent.ConsentCannotBeAskedException;
import io.consentry.ingest.askconsent.Decision;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.keepmessage.MessagesOfASender;
import io.consentry.ingest.keepmessage.NewMessage;
import io.consentry.ingest.openfallback.Fallback;
import io.consentry.ingest.openfallback.FallbackDuties;
import io.consentry.ingest.receivemessage.AcceptedAnswer.DecisionMade;
import io.consentry.ingest.receivemessage.ReadAndJudge.Reading;
import io.consentry.ingest.recognisemessage.Recognise;
import io.consentry.ingest.recognisemessage.Recognised;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a message from the door to its answer.
 *
 * <p>Whether it was sent before is judged ahead of every refusal: a sender that lost our answer gets it again, whatever
 * the practice or the rules say by then. A usual message costs one question to the consent service, asked while it is
 * looked up and judged, and one statement.
 */
@Singleton
class ReceiveMessage {

    private final ReadAndJudge reading;
    private final ReadingThreads threads;
    private final Recognise recognise;
    private final Consent consent;
    private final MessagesOfASender messages;
    private final FallbackDuties fallbacks;

    ReceiveMessage(
            ReadAndJudge reading,
            ReadingThreads threads,
            Recognise recognise,
            Consent consent,
            MessagesOfASender messages,
            FallbackDuties fallbacks) {
        this.reading = reading;
        this.threads = threads;
        this.recognise = recognise;
        this.consent = consent;
        this.messages = messages;
        this.fallbacks = fallbacks;
    }

    /** Completes when the message is durable; fails with the problem to answer when it is refused. */
    Uni<Received> receive(Arrival arrival) {
        return read(arrival).chain(read -> {
            Uni<Optional<Decision>> decision = askAhead(read);
            return judged(read).chain(judged -> answer(judged, decision));
        });
    }

    private Uni<Reading> read(Arrival arrival) {
        return consent.before(recognise.before(threads.call(() -> reading.read(arrival))));
    }

    private Uni<Received> answer(ReadArrival read, Uni<Optional<Decision>> decision) {
        NewMessage message = read.message();
        return message == null
                ? replayOr(read, () -> fail(Refusals.violations(read.violations())))
                : read.suspended()
                        ? replayOr(read, () -> refuse(message, Refusals::suspended))
                        : decide(read, message, decision);
    }

    /** Asked for now, and waited for only by whom it concerns; empty where consent cannot be asked. */
    private Uni<Optional<Decision>> askAhead(Reading read) {
        Uni<Optional<Decision>> decision = Uni.createFrom()
                .item(read::question)
                .chain(question -> question.isEmpty()
                        ? Uni.createFrom().item(Optional.<Decision>empty())
                        : consent.ask(question.get()).map(Optional::of))
                .onFailure(ConsentCannotBeAskedException.class)
                .recoverWithItem(Optional.empty())
                .memoize()
                .indefinitely();
        decision.subscribe().with(answered -> {}, failure -> {});
        return decision;
    }

    private Uni<ReadArrival> judged(Reading read) {
        return recognised(read).chain(known -> messages.before(judged(read, known)));
    }

    /** The first of a practice in a month waits for a key: on a thread that nobody else's message needs. */
    private Uni<ReadArrival> judged(Reading read, Recognised known) {
        Callable<ReadArrival> judging = () -> reading.judge(read, known);
        return reading.judgesAtOnce(read) ? threads.call(judging) : VertxContextSupport.executeBlocking(judging);
    }

    private Uni<Recognised> recognised(Reading read) {
        return read.unrecognised().map(recognise::recognise).orElseGet(() -> Uni.createFrom()
                .item(Recognised.NOTHING));
    }

    private Uni<Received> decide(ReadArrival read, NewMessage message, Uni<Optional<Decision>> decided) {
        return decided.chain(answer -> {
            if (answer.isEmpty()) {
                return kept(read, message, messages.hold(message), null);
            }
            Decision decision = answer.get();
            if (decision.letsIn()) {
                return kept(read, message, messages.keep(message, decision), decision);
            }
            return replayOr(
                    read,
                    () -> decision.knowsThePractice()
                            ? refuse(message, Refusals::optedOut)
                            : fail(Refusals.unknownPractice()));
        });
    }

    private Uni<Received> kept(
            ReadArrival read, NewMessage message, Uni<@Nullable String> keeping, @Nullable Decision decision) {
        return keeping.chain(status -> {
            if (status == null) {
                return replayOr(read, () -> messages.hasDocumentOf(message)
                        .chain(known -> fail(known ? Refusals.duplicateDocument() : Refusals.goneMeanwhile())));
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
        return fail(read.violations().isEmpty() ? Refusals.duplicate() : Refusals.violations(read.violations()));
    }

    private static Uni<Received> fail(HttpProblem problem) {
        return Uni.createFrom().failure(problem);
    }

    private static Received replay(KeptMessage kept, List<Flag> flags) {
        return new Received(AcceptedAnswer.of(kept, flags), true);
    }

    private Uni<Received> refuse(NewMessage message, Function<Fallback, HttpProblem> refusal) {
        return fallbacks.open(message).chain(duty -> Uni.createFrom().failure(refusal.apply(duty)));
    }
}
