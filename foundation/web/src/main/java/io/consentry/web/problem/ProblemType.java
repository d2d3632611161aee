package io.consentry.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every way the suite refuses, once.
 *
 * <p>The name in lower case is the last part of {@code type}, a page that explains it. {@code itkCode} is the code of
 * the ITK3 response code system ({@code https://fhir.nhs.uk/STU3/CodeSystem/ITK-ResponseCodes-1}) where one says the
 * same.
 */
public enum ProblemType {
    BAD_REQUEST(400, "The request cannot be understood"),
    INVALID_ODS_CODE(400, "This is not an ODS code"),
    UNREADABLE_MESSAGE(400, "The message cannot be parsed", "20009"),
    UNAUTHENTICATED(401, "The request carries no valid token"),
    FORBIDDEN(403, "This role may not do this"),
    SENDER_SUSPENDED(403, "Messages of this sender are not taken now", "20012"),
    SENDER_MISMATCH(403, "The sender in the message is not the organisation of the token", "20012"),
    ONLY_THE_PRACTICE_DECIDES(403, "Only the practice's data controller moves its switch"),
    NOT_FOUND(404, "There is no such thing here"),
    UNKNOWN_PRACTICE(404, "No such practice is known", "20002"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "No representation that was asked for can be given"),
    REQUEST_TOO_SLOW(408, "The request did not arrive in time"),
    DUPLICATE_MESSAGE(409, "Another message with this id was received before", "20007"),
    DUPLICATE_DOCUMENT(409, "The same document was received in another message before", "20008"),
    PRACTICE_OPTED_OUT(409, "Switched off by the practice", "20010"),
    FLAGS_NOT_ACKNOWLEDGED(409, "A flag must be acknowledged first"),
    FILED_ON_ITS_OWN(409, "The item is not filed together with others"),
    CONTENT_UNREADABLE(409, "Nobody can read the content"),
    ALREADY_DECIDED(409, "The item was filed or rejected before"),
    CANNOT_BE_UNDONE(409, "This can no longer be undone"),
    CANNOT_BE_RETRACTED(409, "There is no final filing to retract"),
    STILL_OPTED_IN(409, "The practice has not opted out"),
    ALREADY_IN_EFFECT(409, "The decision is in effect already"),
    MANDATE_EXISTS(409, "Somebody holds a mandate of this practice already"),
    NOTICE_STILL_RUNNING(409, "The time that the notice named has not come"),
    SERVICE_EXISTS(409, "The catalogue has this service already"),
    ALREADY_ANSWERED(409, "The request was answered before"),
    CONFLICTING_CHANGE(409, "Somebody else changed this at the same moment"),
    STALE_VERSION(412, "This has changed since it was read"),
    MESSAGE_TOO_LARGE(413, "The message is too large", "20015"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not taken here"),
    INVALID_HEADER(422, "The header of the message is wrong", "20006"),
    INVALID_MESSAGE(422, "The message breaks rules that it must keep", "20009"),
    REPLACEMENT_IMPOSSIBLE(422, "What the message replaces is not here", "20014"),
    UNKNOWN_SERVICE(422, "No such service is in the catalogue"),
    INVALID_DECISION(422, "The decision cannot be recorded as it stands"),
    NOTICE_TOO_SHORT(422, "A change must be announced in good time"),
    INVALID_RECORD(422, "This cannot be recorded as it stands"),
    EFFECTIVE_IN_THE_PAST(422, "A decision cannot take effect in the past"),
    UNKNOWN_ENTRY(422, "The item has no such entry or flag"),
    NOTHING_TO_FILE(422, "Every entry would be left out"),
    VERSION_REQUIRED(428, "Say which version this is about"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UPSTREAM_INVALID(502, "A part of the suite gave no valid answer"),
    UNAVAILABLE(503, "A part of the suite cannot answer now"),
    NO_ANSWER_IN_TIME(504, "A part of the suite did not answer in time");

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final int status;
    private final String title;
    private final @Nullable String itkCode;

    ProblemType(int status, String title) {
        this(status, title, null);
    }

    ProblemType(int status, String title, @Nullable String itkCode) {
        this.status = status;
        this.title = title;
        this.itkCode = itkCode;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The ITK3 response code, where one exists. */
    public Optional<String> itkCode() {
        return Optional.ofNullable(itkCode);
    }

    /** As it stands at the end of {@code type}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI type() {
        return URI.create("/problems/" + slug());
    }

    /** The refusal, ready to throw. The detail says what and where, and never repeats what was sent of a patient. */
    public HttpProblem because(String detail) {
        return with(detail).build();
    }

    /** The refusal, open for further members. One that may pass says when to ask again. */
    public HttpProblem.Builder with(String detail) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(type())
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
        if (itkCode != null) {
            problem.with("itkCode", itkCode);
        }
        return mayPass() ? problem.withHeader("Retry-After", ASK_AGAIN_AFTER.toSeconds()) : problem;
    }

    /** Whether it is the suite's doing and not the caller's, and may be over soon. */
    private boolean mayPass() {
        return this == UPSTREAM_INVALID || this == UNAVAILABLE || this == NO_ANSWER_IN_TIME;
    }

    /** The general type for a status that a library refused with. */
    public static ProblemType forStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TOO_SLOW;
            case 413 -> MESSAGE_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 502 -> UPSTREAM_INVALID;
            case 503 -> UNAVAILABLE;
            case 504 -> NO_ANSWER_IN_TIME;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The type with this slug. */
    public static Optional<ProblemType> bySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
