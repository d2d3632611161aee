package io.consentry.local.verifylog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a bundle line by line and checks each as it comes by: memory holds one line and one hash a level of the tree. */
final class BundleVerifier {

    private final Anchors anchors;
    private final Hashing hashing = new Hashing();
    private final EventLine event = new EventLine(hashing);
    private final KeyChain keys = new KeyChain();
    private @Nullable Check check;
    private long events;
    private long undisclosed;
    private long told = -1;

    BundleVerifier(Anchors anchors) {
        this.anchors = anchors;
    }

    /**
     * Verifies a bundle. Once for each verifier.
     *
     * @throws IOException when it cannot be read
     * @throws UnusableException when it is no bundle, or cannot be compared with the anchors
     */
    Verdict verify(InputStream in) throws IOException, UnusableException {
        Lines lines = new Lines(in);
        int length = lines.next();
        Header header = Header.read(lines.line(), length);
        anchors.requireOrigin(header.head().origin());
        try {
            for (length = lines.next(); length >= 0; length = lines.next()) {
                if (told >= 0) {
                    throw new TamperedException(check(header).next(), "The bundle goes on after its last line");
                }
                take(header, lines.line(), length);
            }
            check(header).end(told);
            return Verdict.consistent(header, keys, anchors, events, undisclosed);
        } catch (TamperedException e) {
            return Verdict.tampered(header, anchors, events, e);
        }
    }

    private Check check(Header header) throws TamperedException, UnusableException {
        Check known = check;
        if (known == null) {
            known = header.practice() == null
                    ? new WholeLog(header, keys, anchors, hashing)
                    : new OfOnePractice(header, keys, anchors, hashing);
            check = known;
        }
        return known;
    }

    private void take(Header header, byte[] line, int length) throws TamperedException, UnusableException {
        if (event.read(line, length)) {
            takeEvent(check(header), line, length);
            return;
        }
        try {
            JsonNode other = CanonicalJson.read(line, length);
            if (other.has("position")) {
                byte[] asWritten = EventLine.asWritten(line, length);
                if (event.read(asWritten, asWritten.length)) {
                    takeEvent(check(header), asWritten, asWritten.length);
                    return;
                }
            }
            takeOther(header, other);
        } catch (IOException e) {
            throw new TamperedException(check(header).next(), "A line stands here that cannot be read");
        }
    }

    private void takeOther(Header header, JsonNode line) throws TamperedException, UnusableException {
        if (line.has("key") && check == null) {
            keys.add(line.path("key").asText(), line.path("endorsement").textValue());
        } else if (line.has("checkpoint")) {
            check(header).checkpoint(SignedNote.read(line.path("checkpoint").asText()));
        } else if (line.path("end").asBoolean()) {
            told = line.path("events").asLong();
        } else {
            throw new TamperedException(check(header).next(), "A line stands here that is no event");
        }
    }

    private void takeEvent(Check due, byte[] line, int length) throws TamperedException {
        byte[] hash = event.hash();
        if (!isTrue(hash)) {
            bringIntoForm(due, line, length);
            hash = event.hash();
            if (!event.gives(hash)) {
                throw new TamperedException(due.placeOf(event), "What it says is not what its hash was made of");
            }
            if (!isTrue(hash)) {
                throw new TamperedException(due.placeOf(event), "The name or note is not the one that was recorded");
            }
        }
        if (!event.isReadInOneWay()) {
            throw new TamperedException(due.placeOf(event), "It can be read in more than one way");
        }
        due.event(event, hash);
        events++;
        undisclosed += event.isDisclosed() ? 0 : 1;
    }

    private boolean isTrue(byte[] hash) {
        return event.gives(hash) && (!event.isDisclosed() || event.isDisclosedTruly());
    }

    private void bringIntoForm(Check due, byte[] line, int length) throws TamperedException {
        try {
            byte[] asWritten = EventLine.asWritten(line, length);
            if (event.read(asWritten, asWritten.length)) {
                return;
            }
        } catch (IOException e) {
            throw new TamperedException(due.next(), "A line stands here that cannot be read");
        }
        throw new TamperedException(due.next(), "A line stands here that is no event");
    }
}
