package io.consentry.filing.askingest;

import io.consentry.feed.follow.NotNowException;
import io.consentry.filing.callservice.ServiceCalls;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.internal.ServiceConnections;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ingest service, as far as this one asks it for content. */
@Singleton
public class Ingest {

    /** Some hundreds of consultations are read, opened and sent within it, on a busy machine. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final URI address;
    private final ServiceCalls calls;

    Ingest(@ConfigProperty(name = "consentry.ingest.url") URI address, ServiceConnections connections) {
        this.address = address;
        this.calls = new ServiceCalls(address, connections, ANSWER);
    }

    /** Base address of the ingest service. */
    public URI address() {
        return address;
    }

    /**
     * What these messages tell, by message id. An erased or unknown message is absent.
     *
     * @throws NotNowException when ingest does not answer
     */
    public Map<String, Told> consultations(List<String> messageIds) throws NotNowException {
        try {
            HttpResponse<byte[]> answer = calls.send(calls.post("/internal/consultations", new Wanted(messageIds)));
            if (answer.statusCode() != 200) {
                throw new NotNowException("The ingest service answered " + answer.statusCode());
            }
            return ServiceCalls.read(answer, Answer.class).consultations().stream()
                    .collect(Collectors.toMap(Told::id, Function.identity(), (first, again) -> first));
        } catch (IOException e) {
            // Without the cause: a parser's message quotes what it read.
            throw new NotNowException("The ingest service gave no readable answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNowException("Stopping", e);
        }
    }

    /**
     * The message as received, with the content type it was sent with; absent where it was erased.
     *
     * <p>Fails with 503 where ingest does not answer.
     */
    public Uni<Optional<Original>> original(String messageId) {
        HttpRequest request = calls.get("/internal/originals/" + URLEncoder.encode(messageId, StandardCharsets.UTF_8));
        return Uni.createFrom()
                .completionStage(() -> calls.sendAsync(request))
                .emitOn(OffTheEventLoop.backToCaller())
                .onFailure(IOException.class)
                .transform(e -> ProblemType.UNAVAILABLE.because("The ingest service does not answer."))
                .map(Ingest::original);
    }

    private static Optional<Original> original(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 ->
                Optional.of(new Original(
                        answer.headers().firstValue("Content-Type").orElse("application/octet-stream"), answer.body()));
            case 404 -> Optional.empty();
            default ->
                throw ProblemType.UNAVAILABLE.because("The ingest service answered " + answer.statusCode() + ".");
        };
    }

    @RegisterForReflection
    record Wanted(List<String> ids) {}

    @RegisterForReflection
    record Answer(List<Told> consultations) {}
}
