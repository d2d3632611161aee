package io.consentry.filing.askconsent;

import io.consentry.filing.callservice.ServiceCalls;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.internal.ServiceConnections;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The consent service, as far as this one asks it.
 *
 * <p>Nothing is let in on the strength of these answers: they mark what is there already, so they may be some seconds
 * old. Only {@link #now} is asked afresh.
 */
@Singleton
public class Consent {

    /** Somebody waits for their worklist; without an answer it comes without the mark. */
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private static final String OPTED_OUT = "opted-out";

    private final ServiceCalls calls;
    private final RecentOptOuts recent = new RecentOptOuts();

    Consent(@ConfigProperty(name = "consentry.consent.url") URI address, ServiceConnections connections) {
        this.calls = new ServiceCalls(address, connections, ANSWER);
    }

    /** Which of these services the practice has opted out of, some seconds old at most; empty where nobody says. */
    public Uni<OptOuts> lately(String practice, Collection<String> services) {
        if (services.isEmpty()) {
            return Uni.createFrom().item(OptOuts.UNKNOWN);
        }
        return recent.of(practice, services)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> ask(practice, services)
                        .onFailure()
                        .recoverWithItem(OptOuts.UNKNOWN)
                        .invoke(answer -> recent.remember(practice, services, answer)));
    }

    /** Which of these services the practice has opted out of now; 503 where the consent service does not say. */
    public Uni<OptOuts> now(String practice, Collection<String> services) {
        return ask(practice, services)
                .onFailure(IOException.class)
                .transform(e -> ProblemType.UNAVAILABLE.because("The consent service does not answer."));
    }

    private Uni<OptOuts> ask(String practice, Collection<String> services) {
        List<Question> questions = services.stream()
                .map(service -> new Question(practice, service))
                .toList();
        return Uni.createFrom()
                .completionStage(() -> calls.sendAsync(calls.post("/internal/decisions", new Questions(questions))))
                .emitOn(OffTheEventLoop.backToCaller())
                .map(Consent::read);
    }

    private static OptOuts read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw ProblemType.UNAVAILABLE.because("The consent service answered " + answer.statusCode() + ".");
        }
        try {
            return new OptOuts(ServiceCalls.read(answer, Answers.class).answers().stream()
                    .collect(Collectors.toMap(
                            Answer::service, one -> one.outcome().equals(OPTED_OUT), (first, again) -> first)));
        } catch (IOException e) {
            throw ProblemType.UPSTREAM_INVALID.because("The consent service's answer cannot be read.");
        }
    }

    @RegisterForReflection
    record Questions(List<Question> questions) {}

    @RegisterForReflection
    record Question(String practice, String service) {}

    @RegisterForReflection
    record Answers(List<Answer> answers) {}

    @RegisterForReflection
    record Answer(String service, String outcome) {}
}
