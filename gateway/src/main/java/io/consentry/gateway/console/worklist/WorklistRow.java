package io.consentry.gateway.console.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.gateway.console.words.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the worklist.
 *
 * @param flags how many safeguards warn about it
 * @param assignee who was asked to decide
 * @param withdrawalAsked why the sender wants it back, where it does
 * @param patient absent once the content was erased, or where it cannot be opened
 * @param unreadable whether the content is kept but cannot be opened
 * @param shortened whether the item says more than the line
 * @param openRecalls how many recalls ask to look at it again
 * @param finalFrom until when a decision just made can be taken back
 */
@RegisterForReflection
public record WorklistRow(
        String id,
        String status,
        String service,
        String pharmacy,
        Instant receivedAt,
        long version,
        boolean urgent,
        int flags,
        @Nullable String assignee,
        @Nullable String withdrawalAsked,
        @Nullable Patient patient,
        @Nullable List<String> redFlags,
        @Nullable List<String> requestedActions,
        boolean shortened,
        boolean unreadable,
        int openRecalls,
        @Nullable Instant finalFrom) {

    private static final Set<String> FILED = Set.of("filed", "filed-with-changes");

    /** Whom it is about. */
    @RegisterForReflection
    public record Patient(
            @Nullable String name,
            @Nullable String nhsNumber,
            @Nullable String birthDate) {}

    /** The line of an item that was just read or changed. */
    static WorklistRow of(JsonNode item) {
        JsonNode patient = item.path("patient");
        List<String> names = new ArrayList<>();
        names.add(patient.path("prefix").asText(""));
        patient.path("given").forEach(name -> names.add(name.asText()));
        names.add(patient.path("family").asText(""));
        names.removeIf(String::isEmpty);
        return new WorklistRow(
                item.path("id").asText(),
                item.path("status").asText(),
                item.path("service").asText(),
                item.path("pharmacy").path("ods").asText(),
                Instant.parse(item.path("receivedAt").asText()),
                item.path("version").asLong(),
                item.path("urgent").asBoolean(),
                item.path("flags").size(),
                item.hasNonNull("assignee") ? item.path("assignee").asText() : null,
                item.hasNonNull("withdrawalAsked")
                        ? item.path("withdrawalAsked").asText()
                        : null,
                new Patient(
                        names.isEmpty() ? null : String.join(" ", names),
                        patient.path("nhsNumber").asText(null),
                        patient.path("birthDate").asText(null)),
                textsUnder("red-flags", item),
                textsUnder("requested-actions", item),
                false,
                item.path("unreadable").asBoolean(),
                item.path("openRecalls").asInt(),
                item.hasNonNull("finalFrom")
                        ? Instant.parse(item.path("finalFrom").asText())
                        : null);
    }

    private static List<String> textsUnder(String heading, JsonNode item) {
        List<String> texts = new ArrayList<>();
        item.path("entries").forEach(entry -> {
            if (heading.equals(entry.path("group").asText()) && entry.hasNonNull("text")) {
                texts.add(entry.path("text").asText());
            }
        });
        return texts;
    }

    /** Whether it may be filed together with others, once the reviewer has opened it. */
    public boolean isPlain() {
        return isFileable() && flags == 0 && openRecalls == 0 && warnings().isEmpty() && asked().isEmpty();
    }

    /** For how many seconds the decision can still be taken back. */
    public long secondsToUndo(Instant now) {
        return finalFrom == null
                ? 0
                : Math.max(0, Duration.between(now, finalFrom).toSeconds());
    }

    /** Whether it may be filed: nobody files what nobody can read. */
    public boolean isFileable() {
        return isPending() && patient != null;
    }

    public boolean isPending() {
        return status.equals("pending");
    }

    /** Whether a decision has been made that may still be taken back. */
    public boolean isDecided() {
        return FILED.contains(status) || status.equals("rejected");
    }

    /** What the item is called where it has to be named. */
    public String who() {
        if (unreadable) {
            return "content cannot be opened";
        }
        return patient == null || patient.name() == null ? "content erased" : patient.name();
    }

    public String waited(Instant now) {
        return Times.age(Duration.between(receivedAt, now));
    }

    public List<String> warnings() {
        return redFlags == null ? List.of() : redFlags;
    }

    public List<String> asked() {
        return requestedActions == null ? List.of() : requestedActions;
    }
}
