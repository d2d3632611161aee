package io.consentry.consent.answerrequest;

import io.consentry.consent.events.RequestAnswered;
import io.consentry.consent.events.RequestReceived;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** One request from outside; it is answered once, and nothing follows from the answer by itself. */
@RegisterForReflection
class OutsideRequest {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String stream;

    private @Nullable String practice;
    private @Nullable String answer;

    OutsideRequest() {}

    static String streamOf(String request) {
        return "request/" + request;
    }

    @CommandHandler
    OutsideRequest(ReceiveRequest command) {
        AggregateLifecycle.apply(new RequestReceived(
                command.request(),
                command.practice(),
                command.from(),
                command.receivedAt(),
                command.documentSha256(),
                command.actor()));
    }

    @CommandHandler
    void handle(AnswerRequest command) {
        OnlyThePracticeAnswersForItself.check(practice, command.mayAnswerFor());
        if (command.answer().equals(answer)) {
            return;
        }
        if (answer != null) {
            throw ProblemType.ALREADY_ANSWERED.because("The request was answered otherwise before.");
        }
        AggregateLifecycle.apply(new RequestAnswered(command.request(), practice, command.answer(), command.actor()));
    }

    @EventSourcingHandler
    void on(RequestReceived received) {
        stream = streamOf(received.request());
        practice = received.practice();
    }

    @EventSourcingHandler
    void on(RequestAnswered answered) {
        answer = answered.answer();
    }
}
