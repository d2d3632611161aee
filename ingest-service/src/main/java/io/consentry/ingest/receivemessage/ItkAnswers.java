package io.consentry.ingest.receivemessage;

import io.consentry.database.WhoseDoing;
import io.consentry.ingest.answeritk.ItkAnswer;
import io.consentry.outage.DatabaseOutage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns what happened to a message, good or bad, into an ITK3 response under the same status. */
final class ItkAnswers {

    /** Where a refusal has no code of its own in ITK3. */
    private static final String PAYLOAD_VALIDATION = "20009";

    private ItkAnswers() {}

    /** The FHIR format that the caller likes best of all; absent where it likes plain JSON as much. */
    static Optional<String> wanted(List<MediaType> acceptable) {
        String best = acceptable.stream().findFirst().map(MediaType::getSubtype).orElse("");
        return switch (best) {
            case "fhir+xml" -> Optional.of(ReceiveMessageResource.FHIR_XML);
            case "fhir+json" -> Optional.of(ReceiveMessageResource.FHIR_JSON);
            default -> Optional.empty();
        };
    }

    /**
     * The answer in the wanted format. Anything but a refusal of ours, and a database that is away, fails as it would
     * have.
     */
    static Uni<Response> of(Uni<Received> receiving, Arrival arrival, String format) {
        return receiving
                .map(received -> accepted(received, arrival, format))
                .onFailure(WhoseDoing::mayPass)
                .transform(DatabaseOutage::problem)
                .onFailure(HttpProblem.class)
                .recoverWithItem(
                        failure -> refused((HttpProblem) failure, arrival.correlation(), arrival.at(), format));
    }

    private static Response accepted(Received received, Arrival arrival, String format) {
        ItkAnswer itk = answer(
                arrival.correlation(),
                arrival.at(),
                true,
                ItkAnswer.SUCCESS,
                "Success",
                "The message is durable as " + received.answer().id() + " and is "
                        + received.answer().status() + ".");
        return Response.fromResponse(ReceiveMessageResource.answer(received))
                .entity(written(itk, format))
                .type(format)
                .build();
    }

    /** A refusal in the wanted format, of a message that was read or of one that was not. */
    static Response refused(HttpProblem problem, Correlation correlation, Instant at, String format) {
        Object code = problem.getParameters().getOrDefault("itkCode", PAYLOAD_VALIDATION);
        Object errors = problem.getParameters().getOrDefault("errors", "");
        String diagnostics = problem.getDetail() + (errors.toString().isEmpty() ? "" : " " + errors);
        ItkAnswer itk = answer(
                correlation,
                at,
                false,
                code.toString(),
                Objects.requireNonNullElse(problem.getTitle(), "Refused"),
                diagnostics);
        Response.ResponseBuilder refusal = Response.status(problem.getStatusCode())
                .entity(written(itk, format))
                .type(format);
        problem.getHeaders().forEach(refusal::header);
        return refusal.build();
    }

    private static ItkAnswer answer(
            Correlation correlation, Instant at, boolean ok, String code, String display, String diagnostics) {
        return new ItkAnswer(ok, code, display, diagnostics, correlation.headerId(), correlation.senderReference(), at);
    }

    private static String written(ItkAnswer itk, String format) {
        return format.equals(ReceiveMessageResource.FHIR_XML) ? itk.asXml() : itk.asJson();
    }
}
