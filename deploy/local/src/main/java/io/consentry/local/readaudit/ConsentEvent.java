package io.consentry.local.readaudit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log, as far as a replay needs it.
 *
 * @param practice whose switch it is about
 * @param service key in the catalogue; absent for the master switch
 * @param decision where the switch was moved to, or was asked to be moved to
 * @param inForceFrom when a decision takes effect, never before it was recorded
 * @param json all of it
 */
public record ConsentEvent(
        long position,
        String type,
        Instant recordedAt,
        String practice,
        @Nullable String service,
        @Nullable String decision,
        Instant inForceFrom,
        JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSED = "OverrideAttempted";

    /**
     * Reads a line of the log.
     *
     * @throws IOException when it is none; the message says which
     */
    public static ConsentEvent read(String line) throws IOException {
        JsonNode json = JSON.readTree(line);
        JsonNode position = json.path("position");
        if (!position.isIntegralNumber() || !json.hasNonNull("recordedAt") || !json.hasNonNull("type")) {
            throw new IOException("This is no consent event: " + line);
        }
        Instant recorded = Instant.parse(json.path("recordedAt").asText());
        return new ConsentEvent(
                position.asLong(),
                json.path("type").asText(),
                recorded,
                json.path("practice").asText(),
                text(json, "service").orElse(null),
                text(json, "decision").orElse(null),
                text(json, "effectiveFrom")
                        .map(Instant::parse)
                        .filter(recorded::isBefore)
                        .orElse(recorded),
                json);
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue());
    }

    /** Whether it moved a switch; a refused attempt did not. */
    boolean movedASwitch() {
        return !type.equals(REFUSED) && decision != null;
    }

    String id() {
        return json.path("id").asText();
    }

    /** The id of the decision that this one calls off before it took effect. */
    Optional<String> cancels() {
        return Optional.ofNullable(json.at("/about/cancels").textValue());
    }

    /** Who, where and in which role, in a few words. */
    public String actor() {
        return json.at("/actor/role").asText() + " " + json.at("/actor/id").asText() + " of "
                + json.at("/actor/ods").asText();
    }
}
