package io.consentry.consent.exportbundle;

import io.consentry.consent.keepevents.CanonicalJson;
import io.consentry.consent.provelog.ProvenLog;
import io.consentry.consent.provelog.ProvenLog.Checkpoint;
import io.consentry.consent.provelog.ProvenLog.Key;
import io.consentry.consent.replayevents.EventFilter;
import io.consentry.consent.replayevents.EventLog;
import io.consentry.consent.replayevents.EventPage;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import io.consentry.consent.replayevents.ReadAhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a bundle, page by page, so that a log of any length fits through. */
@ApplicationScoped
class Bundle {

    /** What a page of lines takes, more or less. */
    private static final int PAGE_BYTES = 1 << 20;

    private static final String WHOLE =
            "All events up to the checkpoint: hashed in order they give its root. That it is"
                    + " the log's own checkpoint, and that nothing was rewritten before, only a pinned key or an earlier"
                    + " checkpoint shows.";

    private static final String PRACTICE = "Each event is in the log of the checkpoint, at its position. That no event"
            + " of this practice is missing, only the whole log shows.";

    private final EventLog log;
    private final ProvenLog proofs;

    Bundle(EventLog log, ProvenLog proofs) {
        this.log = log;
        this.proofs = proofs;
    }

    /**
     * Writes the events up to the checkpoint.
     *
     * @param practice only those about its switches; absent: all
     * @param redacted whether names and notes are left out
     */
    void write(OutputStream out, Checkpoint checkpoint, @Nullable String practice, boolean redacted)
            throws IOException {
        write(out, header(checkpoint, practice));
        for (Key key : proofs.keys()) {
            write(out, line(key));
        }
        EventFilter filter = new EventFilter(practice, null, null, checkpoint.size(), !redacted);
        ByteArrayOutputStream lines = new ByteArrayOutputStream(PAGE_BYTES);
        long count = 0;
        long before = 0;
        for (ReadAhead pages = new ReadAhead(log, 0, filter); pages.hasNext(); ) {
            EventPage page = pages.next();
            if (practice == null) {
                writeWithCheckpoints(lines, page, before, checkpoint.size());
            } else {
                writeWithProofs(lines, page, count, checkpoint.size());
            }
            lines.writeTo(out);
            lines.reset();
            count += page.size();
            before = page.last();
        }
        write(out, CanonicalJson.of(Map.of("end", true, "events", count)) + "\n");
    }

    private String header(Checkpoint checkpoint, @Nullable String practice) {
        Map<String, Object> header = new HashMap<>();
        header.put("format", "consentry-consent-bundle");
        header.put("version", 1);
        header.put("checkpoint", checkpoint.note());
        header.put("size", checkpoint.size());
        header.put("proves", practice == null ? WHOLE : PRACTICE);
        if (practice != null) {
            header.put("practice", practice);
        }
        return CanonicalJson.of(header) + "\n";
    }

    private static String line(Key key) {
        Map<String, Object> line = new HashMap<>();
        line.put("key", key.verifierKey());
        if (key.endorsement() != null) {
            line.put("endorsement", key.endorsement());
        }
        return CanonicalJson.of(line) + "\n";
    }

    /** Each event, and after it what was signed when it was the last. */
    private void writeWithCheckpoints(OutputStream out, EventPage page, long before, long size) throws IOException {
        Iterator<Checkpoint> signed =
                proofs.signedBetween(before, Math.min(page.last(), size - 1)).iterator();
        Checkpoint next = signed.hasNext() ? signed.next() : null;
        for (LoggedEvent event : page.events()) {
            event.writeTo(out);
            out.write('\n');
            if (next != null && next.size() == event.position()) {
                write(out, CanonicalJson.of(Map.of("checkpoint", next.note())) + "\n");
                next = signed.hasNext() ? signed.next() : null;
            }
        }
    }

    /** Each event with its number among the practice's own and the way from its leaf to the root. */
    private void writeWithProofs(OutputStream out, EventPage page, long before, long size) throws IOException {
        List<Long> positions = page.events().stream().map(LoggedEvent::position).toList();
        Iterator<List<String>> paths = proofs.inclusions(positions, size).iterator();
        long number = before;
        for (LoggedEvent event : page.events()) {
            number++;
            String path =
                    paths.next().stream().map(hash -> '"' + hash + '"').collect(Collectors.joining(",", "[", "]"));
            event.writeOpenTo(out);
            write(out, ",\"number\":" + number + ",\"proof\":" + path + "}\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
