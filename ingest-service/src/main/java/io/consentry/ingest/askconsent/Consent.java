package io.consentry.ingest.askconsent;

import io.consentry.gather.Gathering;
import io.consentry.gather.OnTheWay;
import io.consentry.ingest.askconsent.DecisionsOfConsentService.Answer;
import io.consentry.ingest.askconsent.DecisionsOfConsentService.Answers;
import io.consentry.ingest.askconsent.DecisionsOfConsentService.Questions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the consent service. Whatever is not a complete and well-formed answer counts as none: silence, an error, an
 * answer to another question, an unknown word.
 */
@Singleton
public class Consent {

    /** As many as the consent service takes. */
    private static final int MOST_IN_A_CALL = 1000;

    private final OnTheWay aboutToAsk = new OnTheWay();
    private final DecisionsOfConsentService service;
    private final Gathering<Question, Decision> together;

    Consent(@RestClient DecisionsOfConsentService service, Vertx vertx) {
        this.service = service;
        this.together = new Gathering<Question, Decision>(vertx, MOST_IN_A_CALL, this::ask, failure -> false)
                .waitingOnlyFor(aboutToAsk);
    }

    /** What is done just before something is asked. */
    public <T> Uni<T> before(Uni<T> work) {
        return aboutToAsk.during(work);
    }

    /**
     * The decision for one question, asked in one call with those that wait at the same moment; fails with {@link
     * ConsentCannotBeAskedException}. The read that answers it begins after it was asked, so an opt-out that had been
     * acknowledged by then is seen.
     */
    public Uni<Decision> ask(Question question) {
        return together.ask(question);
    }

    /** A decision for each question, in order, all from one read; fails with {@link ConsentCannotBeAskedException}. */
    public Uni<List<Decision>> ask(List<Question> questions) {
        return Uni.createFrom()
                .deferred(() -> service.decide(new Questions(questions)))
                .map(answers -> decisions(questions, answers))
                .onFailure(failure -> !(failure instanceof ConsentCannotBeAskedException))
                .transform(failure -> new ConsentCannotBeAskedException("The consent service did not answer", failure));
    }

    private static List<Decision> decisions(List<Question> questions, Answers answers) {
        if (answers.answers() == null || answers.answers().size() != questions.size()) {
            throw new ConsentCannotBeAskedException("The consent service did not answer every question", null);
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            decisions.add(decision(questions.get(i), answers.answers().get(i)));
        }
        return decisions;
    }

    private static Decision decision(Question question, Answer answer) {
        Decision decision = new Decision(answer.outcome(), answer.position(), answer.at());
        boolean known =
                decision.letsIn() || Decision.OPTED_OUT.equals(answer.outcome()) || !decision.knowsThePractice();
        if (!answer.answers(question) || !known || answer.at() == null) {
            throw new ConsentCannotBeAskedException("The consent service gave an answer that makes no sense", null);
        }
        return decision;
    }
}
