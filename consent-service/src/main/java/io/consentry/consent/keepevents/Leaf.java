package io.consentry.consent.keepevents;

import io.consentry.consent.events.ConsentEvent;
import io.consentry.consent.events.Decision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * What an auditor reads of an event and what its proof covers, in canonical form.
 *
 * <p>Place and time are not known before the row is inserted: they are {@code null} here, and the database puts them in
 * under the lock that hands them out. It finds them without reading JSON, because a quote inside a text is escaped and
 * so <code>"position":null</code> stands nowhere else.
 */
public final class Leaf {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Leaf() {}

    /**
     * The leaf as it is inserted.
     *
     * @param id of the event
     * @param type its stored name
     * @param revision of that name
     * @param commitment of its disclosure
     */
    public static String withoutPlaceAndTime(
            String id, String type, String revision, ConsentEvent event, String requestId, String commitment) {
        Map<String, Object> members = new HashMap<>();
        members.put("position", null);
        members.put("recordedAt", null);
        members.put("id", id);
        members.put("type", type);
        members.put("version", Integer.valueOf(revision));
        members.put(
                "actor",
                Map.of(
                        "id", event.actor().id(),
                        "role", event.actor().role(),
                        "ods", event.actor().ods()));
        members.put("requestId", requestId);
        members.put("commitment", commitment);
        String practice = event.practice();
        if (practice != null) {
            members.put("practice", practice);
        }
        String service = event.service();
        if (service != null) {
            members.put("service", service);
        }
        Decision decision = event.decision();
        if (decision != null) {
            members.put("decision", decision.word());
        }
        String reason = event.reason();
        if (reason != null) {
            members.put("reason", reason);
        }
        Instant effectiveFrom = event.effectiveFrom();
        if (effectiveFrom != null) {
            members.put("effectiveFrom", MICROSECONDS.format(effectiveFrom));
        }
        if (!event.about().isEmpty()) {
            members.put("about", event.about());
        }
        return CanonicalJson.of(members);
    }
}
