package io.consentry.ingest.receivemessage;

import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The door for pharmacies' messages. */
@Path("/practices/{ods}/update-records")
@Tag(name = "Messages", description = "Sending consultation summaries and hearing what became of them")
public class ReceiveMessageResource {

    static final String FHIR_XML = "application/fhir+xml";
    static final String FHIR_JSON = "application/fhir+json";

    private final ReceiveMessage receiving;
    private final ReceivingConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    ReceiveMessageResource(ReceiveMessage receiving, ReceivingConfig config, CurrentCaller caller, Clock clock) {
        this.receiving = receiving;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes one message for one practice. */
    @POST
    @RolesAllowed(Role.PHARMACY)
    @Consumes({FHIR_XML, FHIR_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_JSON})
    @Produces({MediaType.APPLICATION_JSON, FHIR_XML, FHIR_JSON})
    @Operation(
            summary = "Send a consultation summary to a practice",
            description = "Takes a GP Connect Update Record message (ITK3, FHIR STU3) in XML or JSON. The answer comes"
                    + " when the message is durable and names the practice's decision that let it in. While the"
                    + " decision cannot be asked for, the message is held and decided later by itself."
                    + " With Accept: application/fhir+xml or +json the answer, refusals too, is an ITK3 response"
                    + " Bundle (ITK008M) under the same status.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = FHIR_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FHIR_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = "The message is durable: pending or held",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to ask what became of it",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same message was received before: the same id, with Idempotent-Replay: true",
            headers = @Header(name = "Idempotent-Replay", schema = @Schema(type = SchemaType.BOOLEAN)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedAnswer.class)))
    @APIResponse(responseCode = "400", description = "unreadable-message: cannot be parsed; invalid-ods-code")
    @APIResponse(
            responseCode = "403",
            description = "sender-mismatch: the sender in the message is another organisation")
    @APIResponse(
            responseCode = "409",
            description = "practice-opted-out (20010), with the fallback duty; duplicate-message (20007)")
    @APIResponse(responseCode = "413", description = "message-too-large (20015)")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description = "invalid-message (20009) or, where the header is wrong, invalid-header (20006); with every"
                    + " broken rule in errors")
    @APIResponse(
            responseCode = "503",
            description = "Nothing is wrong with the message, but it cannot be kept now, or too many came at once:"
                    + " unavailable. Send it again",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds after which to send it again",
                            schema = @Schema(type = SchemaType.INTEGER)))
    public Uni<Response> receive(
            @Parameter(description = "ODS code of the practice") @RestPath OdsCode ods,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context HttpHeaders headers,
            byte[] body) {
        Arrival arrival = new Arrival(
                ods.value(),
                caller.get().ods(),
                contentType,
                new Arrival.Body(body),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new Correlation());
        Uni<Received> received = body.length > config.maxSize().asLongValue()
                ? Uni.createFrom().failure(RefuseTooLarge.tooLarge(config))
                : receiving.receive(arrival);
        return ItkAnswers.wanted(headers.getAcceptableMediaTypes())
                .map(format -> ItkAnswers.of(received, arrival, format))
                .orElseGet(() -> received.map(ReceiveMessageResource::answer));
    }

    static Response answer(Received received) {
        String location = "/update-records/" + received.answer().id();
        return received.replay()
                ? Response.ok(received.answer())
                        .header(HttpHeaders.CONTENT_LOCATION, location)
                        .header("Idempotent-Replay", "true")
                        .build()
                : Response.status(Response.Status.ACCEPTED)
                        .header(HttpHeaders.LOCATION, location)
                        .entity(received.answer())
                        .build();
    }
}
